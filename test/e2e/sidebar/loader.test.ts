import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../support/browser";

const root = join(__dirname, "../../..");
const html = readFileSync(join(root, "dist/sidebar.html"), "utf8");
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 300, height: 400 } });
});
afterEach(() => page.close());
const said = () => page.locator("#sidebar").innerText();

test("a browser that can't unpack is told which ones can", async () => {
  for (const lack of [
    "delete globalThis.DecompressionStream",
    "DecompressionStream = class { constructor() { throw new TypeError('deflate-raw'); } }",
  ]) {
    await page.setContent(html.replace("<script>", `<script>${lack};</script><script>`));
    await page.getByText("This sidebar needs a newer browser").waitFor();
  }
});

test.each([
  [
    "a file that was not pasted whole",
    (text: string) => text.replace(/atob\("[\w+=]{400}/, 'atob("'),
  ],
  [
    "a script that fails as it starts",
    (text: string) =>
      text.replace(
        "<script>",
        '<script>Object.defineProperty(HTMLElement.prototype, "dataset", { get() { throw new Error("no data"); } });</script><script>',
      ),
  ],
])("%s is told with what to do, and not a blank page", async (_name, broken) => {
  await page.setContent(broken(html));
  await page.getByText("The sidebar could not start.").waitFor();
  expect(await said()).toMatch(
    /paste all files of the release once more, or report this: .+Mozilla/,
  );
  await page.screenshot({ path: join(root, "build/screenshots/loader-failed.png") });
});

test("an error after the page stands leaves it as it is", async () => {
  await page.setContent(html);
  await page.locator("h1").waitFor();
  const thrown = page.waitForEvent("pageerror");
  await page.evaluate("setTimeout(() => { throw new Error('later'); })");
  expect((await thrown).message).toBe("later");
  expect(await page.locator("h1").count()).toBe(1);
});

test("unpacked, the page starts without the loader, in both looks", async () => {
  const folder = mkdtempSync(join(tmpdir(), "unpacked-"));
  execFileSync(process.execPath, [join(root, "scripts/build-sidebar.mjs"), folder, "--unpacked"]);
  const plain = readFileSync(join(folder, "sidebar.html"), "utf8");
  rmSync(folder, { recursive: true });
  await page.setContent(
    plain.replace("<script>", "<script>delete globalThis.DecompressionStream;</script><script>"),
  );
  await page.locator("h1").waitFor();
  const ground = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
  expect(await ground()).toBe("rgb(255, 255, 255)");
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ground()).toBe("rgb(27, 27, 28)");
});
