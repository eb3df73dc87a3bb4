import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import type { Driver } from "../../host";
import { launchBrowser } from "../support/browser";
import { openHost } from "../support/host";

const root = join(__dirname, "../..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly version: string;
};
const pasted = ["Code.js", "sidebar.html", "import.html", "appsscript.json"];

let folder: string;
const text = (name: string) => readFileSync(join(folder, "release", name), "utf8");
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "release-"));
  const script = join(root, "scripts/release.mjs");
  execFileSync(process.execPath, [script, join(folder, "release")]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the release's folder (INSTALL-1)", () => {
  test("has what is pasted byte for byte as it was built, the guide, the recipe, and nothing else", () => {
    const names = readdirSync(join(folder, "release"), { recursive: true, encoding: "utf8" });
    expect(names.map((each) => each.replaceAll("\\", "/")).sort()).toEqual(
      ["SHA256SUMS", "VERSION", "files", "install.html", "template.md"]
        .concat(pasted.map((name) => `files/${name}`))
        .sort(),
    );
    for (const name of pasted)
      expect(text(`files/${name}`) === readFileSync(join(root, "dist", name), "utf8")).toBe(true);
    expect(text("VERSION")).toBe(`${version}\n`);
  });

  test("has the right checksum of every file", () => {
    const lines = text("SHA256SUMS").trim().split("\n");
    expect(lines).toHaveLength(pasted.length + 3);
    for (const line of lines) {
      const [sum, name = ""] = line.split("  ");
      expect([name, createHash("sha256").update(text(name)).digest("hex")]).toEqual([name, sum]);
    }
  });
});

describe("the one-page guide, followed to the end", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 900, height: 1000 } });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, "release/install.html")).href);
  });
  afterAll(() => browser.close());

  /** What a person has pasted into the editor: each file as its button copied it. */
  const pasteAll = async (into: string): Promise<string> => {
    mkdirSync(into);
    for (const name of pasted) {
      await page.locator(`button[data-file="${name}"]`).click();
      await page.getByText(`${name} is copied. Paste it now.`).waitFor();
      writeFileSync(
        join(into, name),
        (await page.evaluate("navigator.clipboard.readText()")) as string,
      );
    }
    return into;
  };

  test("its buttons copy each file whole, and what was pasted installs and runs", async () => {
    const dist = await pasteAll(join(folder, "editor"));
    for (const name of pasted)
      expect(readFileSync(join(dist, name), "utf8") === text(`files/${name}`)).toBe(true);
    mkdirSync(join(root, "build/screenshots"), { recursive: true });
    await page.screenshot({ path: join(root, "build/screenshots/install.png"), fullPage: true });

    const host = await openHost({ dist, now: "2026-03-02", user: "ann@example.com" });
    await host.reload();
    await host.click("Open the sidebar");
    expect(host.view().sidebar?.content).toContain(`data-script="${version}"`);
    await host.click("Set up this spreadsheet");
    host.append("Partners", [{ Key: "ada", Name: "Ada" }]);
    host.append("Customers", [{ Key: "c", Partner: "ada", "Created on": "2026-03-02" }]);
    host.append("Triggers", [
      {
        Key: "rate",
        Name: "Rate",
        State: "active",
        Event: "transaction created",
        Action: "grant a reward",
        Percent: "20",
      },
    ]);
    host.append("Transactions", [
      { Key: "t", Customer: "c", Date: new Date("2026-03-02T09:00:00Z"), Amount: 100 },
    ]);
    await host.click("Run now");
    expect(host.rows("Rewards").map(({ Amount }) => Amount)).toEqual([20]);
    expect(await host.rpc("open-wide", { screen: "import" })).toMatchObject({ ok: true });
    await host.clock.advanceTo("2026-03-03");
    expect(host.executions().at(-1)).toMatchObject({ status: "completed" });
    await host.close();
  });

  test("a page whose script is of another release says so, and one of the same does not (INSTALL-2)", async () => {
    const host = await openHost({ now: "2026-03-02" });
    await host.click("Open the sidebar");
    const sidebar = String(host.view().sidebar?.content);
    const said = page.getByText("The files of this script are of two releases");
    const release = `data-script="${version}"`;
    for (const [script, words] of [
      ['data-script="0.0.1"', `Code is 0.0.1, sidebar is ${version}`],
      ["", `Code is older, sidebar is ${version}`],
    ] as const) {
      await page.setContent(sidebar.replace(release, script));
      await said.waitFor();
      expect(await said.textContent()).toContain(words);
    }
    await page.setViewportSize({ width: 300, height: 700 });
    await page.screenshot({ path: join(root, "build/screenshots/two-releases.png") });
    await page.setContent(sidebar);
    await page.locator("h1").waitFor();
    expect(await said.count()).toBe(0);
    await page.goto(pathToFileURL(join(folder, "release/install.html")).href);
  });

  test("copies by selecting a field where the browser gives pages no clipboard", async () => {
    await page.reload();
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
    await page.locator('button[data-file="sidebar.html"]').click();
    await page.getByText("sidebar.html is copied.").waitFor();
    const copied = await page.evaluate("navigator.clipboard.readText()");
    expect(copied === text("files/sidebar.html")).toBe(true);
  });

  test("says what to do where nothing can be copied", async () => {
    await page.reload();
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
    await page.evaluate("document.execCommand = () => false");
    await page.locator('button[data-file="Code.js"]').click();
    await page.getByText("Open files/Code.js in a text editor and copy it there.").waitFor();
  });
});

describe("the template (INSTALL-3)", () => {
  /** All that a copy could have of it; the script's own properties, which hold its secret (PARTNER-3), go with no copy. */
  const state = ({ workbook: { sheets, extras } }: Driver) =>
    JSON.stringify([sheets, { ...(extras.properties ?? {}), script: undefined }]);

  test("a copy of a file that was never set up asks no question of copies, and sets up", async () => {
    const template = await openHost({ now: "2026-03-02", user: "maker@example.com" });
    const before = state(template);
    await template.reload();
    // Whoever published it may have looked.
    await template.click("Open the sidebar");
    for (const call of ["home", "schedule-status", "find-drafts", "active-record"])
      await template.rpc(call, {});
    expect(state(template)).toBe(before);

    const copy = template.copy("ann@example.com");
    await copy.reload();
    expect(await copy.rpc("schedule-status", {})).toMatchObject({
      output: { owner: "", isUndecidedCopy: false },
    });
    await copy.click("Set up this spreadsheet");
    expect(await copy.rpc("schedule-status", {})).toMatchObject({
      ok: true,
      output: { owner: "ann@example.com", isUndecidedCopy: false },
    });
    await copy.click("Run now");
    expect(template.sheetNames()).toEqual(["Sheet1"]);
  });

  test("a copy of one that was set up does ask: the difference is seen", async () => {
    const wrong = await openHost({ now: "2026-03-02", user: "maker@example.com" });
    await wrong.atSheet("setUp");
    expect(await wrong.copy("ann@example.com").rpc("schedule-status", {})).toMatchObject({
      output: { isUndecidedCopy: true },
    });
  });
});
