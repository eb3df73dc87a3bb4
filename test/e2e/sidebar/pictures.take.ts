import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type * as Host from "../../../host";
import { addSheet } from "../../../host/workbook";
import { fingerprintOf, keptText } from "../../../src/engine/intake/import/remembered";
import { launchBrowser } from "../../support/browser";
import { ask } from "../../support/small-program";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";
import { aboutByScreen, screenNames } from "./screen-names";
import { loaded } from "./settled";

/** The guide's pictures; scripts/screenshots.mjs makes the sample program and begins this. */
const root = join(__dirname, "../../..");
const sample = process.env.SAMPLE ?? "";
const now = "2026-03-03";
const folder = join(root, "docs/images/screens");
mkdirSync(folder, { recursive: true });
afterAll(closeBrowser);

const copied = (name: string): string => {
  const file = sample.replace(/\.json$/, `-${name}.json`);
  copyFileSync(sample, file);
  return file;
};
const take = async ({ page }: OpenSidebar, name: string): Promise<void> => {
  await page.screenshot({ path: join(folder, `${name}.png`) });
};

const FORM = "Form Responses 1";
/** A form's tab with two answers, which wait. */
async function addForm(host: Host.Driver): Promise<void> {
  const headers = [
    "Timestamp",
    "Email Address",
    "Full name",
    "Where do you reach people?",
    "Discount code",
  ];
  const answers = [
    [
      "2026-03-01 10:04:00",
      "nora@orchard.example",
      "Nora Lind",
      "A newsletter with 4,000 readers",
      "NORA10",
    ],
    ["2026-03-02 18:30:00", "tom@mailinator.com", "Tom", "Everywhere", ""],
  ];
  addSheet(host.state.workbook, FORM);
  for (const header of headers) host.addColumn(FORM, header);
  const rows = answers.map((cells) => headers.map((header, at) => [header, cells[at] ?? ""]));
  host.append(
    FORM,
    rows.map((cells) => Object.fromEntries(cells)),
  );
  await ask(host, "keep-standing-import", {
    tab: FORM,
    headers: fingerprintOf(headers),
    map: keptText({ lines: "applications", targets: ["date", "email", "name", "answer", "code"] }),
  });
}

/** The records that screens are opened for, such as they are in the sample. */
function aboutOf(host: Host.Driver): ReturnType<typeof aboutByScreen> {
  const first = (tab: string, header: string, value: string): string =>
    String(host.rows(tab).find((row) => row[header] === value)?.Key ?? "");
  const drip = host
    .rows("Drips")
    .find(({ Status, Issued }) => Status === "Created" && Issued !== 0);
  return {
    ...aboutByScreen({
      partners: String(drip?.Partner),
      invoices: first("Invoices", "Status", "In review"),
      drips: String(drip?.Key),
      triggers: first("Triggers", "Action", "start a drip"),
    }),
    record: `sale ${drip?.Customer}`,
  };
}

describe("with data", () => {
  let open: OpenSidebar;
  let about: ReturnType<typeof aboutByScreen>;
  beforeAll(async () => {
    open = await openSidebar({ isSetUp: false, file: copied("data"), now });
    about = aboutOf(open.host);
  }, 120_000);
  afterEach(() => open.server.mend());
  afterAll(() => open.close());

  it.each(screenNames)("%s, light, dark, loading and in trouble", async (name) => {
    if (name === "applications") await addForm(open.host);
    await open.at(name, about[name]);
    await loaded(open.frame);
    await take(open, name);
    await open.page.emulateMedia({ colorScheme: "dark" });
    await take(open, `${name}-dark`);
    await open.page.emulateMedia({ colorScheme: "light" });

    const held = open.server.hold();
    await open.at(name, about[name]);
    await take(open, `${name}-loading`);
    held.letGo();
    open.server.fail();
    await open.at(name, about[name]);
    await loaded(open.frame);
    await take(open, `${name}-trouble`);
  });

  it("the limits of a trigger", async () => {
    await open.at("trigger", about.trigger);
    await loaded(open.frame);
    await open.frame.getByText("Add a limit").click();
    await open.frame.getByText("Add a limit").evaluate((summary) => summary.scrollIntoView());
    await take(open, "trigger-limits");
  });

  it("what becomes of running drips", async () => {
    await open.at("trigger", about.trigger);
    await loaded(open.frame);
    const amount = open.frame.getByLabel("Amount", { exact: true });
    await amount.fill(`${Number(await amount.inputValue()) + 5}`);
    await open.frame.getByRole("button", { name: "Save", exact: true }).click();
    await open.frame.getByRole("radio", { name: /^End and begin anew/ }).check();
    await loaded(open.frame);
    await take(open, "new-terms");
    await open.frame.getByRole("button", { name: "Go back", exact: true }).click();
    await open.frame.getByRole("button", { name: "Discard changes", exact: true }).click();
  });

  it.each(["trigger", "invoice", "review"])("%s in a wide dialog", async (name) => {
    await open.at(name, about[name]);
    await loaded(open.frame);
    await open.frame.getByRole("button", { name: "Open in a wide dialog" }).click();
    const wide = await open.wide();
    await wide.locator("h1").waitFor();
    await loaded(wide);
    await take(open, `${name}-wide`);
    for (const { id } of open.host.view().dialogs) open.host.closeDialog(id);
    await open.page.setViewportSize({ width: 300, height: 720 });
  });
});

describe("without rows", () => {
  let open: OpenSidebar;
  beforeAll(async () => {
    open = await openSidebar({ rows: {}, now });
  });
  afterAll(() => open.close());

  it.each(screenNames)("%s", async (name) => {
    await open.at(name);
    await loaded(open.frame);
    await take(open, `${name}-empty`);
  });
});

it("the page, with the sheets, the menu and the sidebar", async () => {
  const { openHost, startPage } = require("../../../build/host.cjs") as typeof Host;
  const host = await openHost({ file: copied("page"), now, user: "you@example.com" });
  await host.click("Open the sidebar");
  const served = await startPage(host, { port: 0, assets: join(root, "build/page") });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1360, height: 800 } });
  await page.goto(served.url);
  await page.getByRole("tab", { name: "Rewards" }).click();
  await page.locator("#live-cell", { hasText: "A1, Key" }).waitFor({ state: "attached" });
  const sidebar = page.frameLocator("aside.sidebar iframe");
  await sidebar.locator("h1").waitFor();
  await sidebar.locator(".skeleton, .spinner").first().waitFor({ state: "detached" });
  // Where the sample lies is another place on each machine.
  await page.getByText(/^Saved in /).evaluate((element) => {
    element.textContent = "Saved in sample-program.json";
  });
  await page.screenshot({ path: join(root, "docs/images/start.png") });
  await host.rpc("make-dashboard", {});
  await page.getByRole("tab", { name: "Dashboard" }).click();
  await page.locator("canvas[aria-label='Chart: Who earned most, USD']").waitFor();
  await page.screenshot({ path: join(root, "docs/images/dashboard.png") });
  await browser.close();
  await served.close();
  await host.close();
}, 120_000);

it("a statement's mail, as a mail program shows it", async () => {
  const { openHost } = require("../../../build/host.cjs") as typeof Host;
  const host = await openHost({ file: copied("mail"), now, user: "you@example.com" });
  const of = { partner: String(host.rows("Partners")[0]?.Key), month: "2026-01" };
  const { html } = (await ask(host, "preview-statement-mail", of)) as {
    html: string;
  };
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 600, height: 760 } });
  await page.setContent(html);
  await page.screenshot({ path: join(root, "docs/images/statement-mail.png") });
  await browser.close();
  await host.close();
}, 120_000);
