import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { livedProgram } from "./lived-program";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

const root = join(__dirname, "../../..");
/** Where `npm run screenshots` wants a picture of each screen. */
const pictures = process.env.SCREENSHOTS;

/** The record that a screen is opened for, where it needs one. */
const about: Readonly<Record<string, string>> = {
  partner: "ptn_ada",
  invoice: "inv_2026-02_USD",
  drip: "drip_trx_1/trg_yearly",
  trigger: "trg_yearly",
  record: "sale cus_harbor",
};
const registry = readFileSync(join(root, "src/ui/screens/index.ts"), "utf8");
const names = [...registry.matchAll(/^ {2}"?([\w-]+)"?: \{/gm)].map(([, name = ""]) => name);

/** Waits until nothing on the screen is loading. */
async function settled(open: OpenSidebar): Promise<void> {
  await open.frame.locator("main .skeleton, main .spinner").first().waitFor({ state: "detached" });
  await open.frame.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
}

const picture = async (open: OpenSidebar, name: string): Promise<void> => {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await open.page.screenshot({ path: join(pictures, `${name}.png`) });
};

describe("each screen", () => {
  let open: OpenSidebar;
  beforeAll(async () => {
    open = await openSidebar(livedProgram);
  });
  afterAll(() => open.close());

  it.each(names)("%s has nothing that axe-core finds, light or dark", async (name) => {
    await open.at(name, about[name]);
    await settled(open);
    await picture(open, name);
    expect(await open.axe()).toEqual([]);

    await open.page.emulateMedia({ colorScheme: "dark" });
    if (name === "home") await picture(open, "home-dark");
    expect(await open.axe(open.frame, ["color-contrast"])).toEqual([]);
    await open.page.emulateMedia({ colorScheme: "light" });
    expect(open.complaints).toEqual([]);
  });

  it("there are all that the sidebar has", () => {
    expect(names.length).toBeGreaterThan(10);
  });
});
