import { openHost } from "../../host";
import { findSheet, renameSheet, writeBlock, writeNotes, writeRules } from "../../host/workbook";
import {
  addOwnColumn,
  ask,
  cellNotes,
  everything,
  openLife,
  outcomeOf,
  run,
  sale,
  tabOf,
  tell,
  triggers,
} from "../e2e/main-job/open-life";
import { keepsProgram } from "../support/keeps-program";

type Host = Awaited<ReturnType<typeof openHost>>;
const filled = { Transactions: [sale("a"), sale("", { Amount: 7 })] };

/** What a run says, and whether everything in the workbook is as it was before. */
async function refusalOf(host: Host) {
  const before = everything(host);
  const said = await outcomeOf(run(host));
  return { said, changed: everything(host) !== before };
}

const header = (host: Host, tab: string, from: string, to: string) => {
  const sheet = findSheet(host.workbook, tab);
  const row = sheet?.rows[0];
  if (!row) throw new Error(`There is no tab ${tab}.`);
  row.cells[row.cells.indexOf(from)] = to;
};

async function withoutHeaders() {
  const host = await openLife(filled);
  const tabs = host.sheetNames().filter((name) => name !== "Sheet1" && !name.startsWith("_"));
  const found: Record<string, unknown> = {};
  for (const tab of tabs) {
    const name = tab === "Settings" ? "Value" : "Key";
    header(host, tab, name, "Something else");
    found[tab] = await refusalOf(host);
    header(host, tab, "Something else", name);
  }
  return { found, healed: await outcomeOf(run(host)) };
}

async function withoutTabs() {
  const host = await openLife(filled);
  const tabs = host.sheetNames().filter((name) => name !== "Sheet1" && !name.startsWith("_"));
  const found: Record<string, unknown> = {};
  for (const tab of tabs) {
    const sheet = findSheet(host.workbook, tab);
    if (!sheet) throw new Error(`There is no tab ${tab}.`);
    renameSheet(host.workbook, sheet, `Old ${tab}`);
    found[tab] = await refusalOf(host);
    renameSheet(host.workbook, sheet, tab);
  }
  return { found, healed: await outcomeOf(run(host)) };
}

async function withTwoHeaders() {
  const host = await openLife(filled);
  addOwnColumn(host, "Transactions", " amount ", 1, [999]);
  const transactions = await refusalOf(host);
  header(host, "Transactions", " amount ", "Our amount");
  addOwnColumn(host, "Rewards", "Run", 1);
  return { transactions, rewards: await refusalOf(host) };
}

async function withNothing() {
  const found: Record<string, unknown> = {};
  for (const name of ["run", "home", "find-partners", "list-drips", "create-manual-reward"]) {
    const host = await openHost({ keepsProgram, now: "2026-01-10", timeZone: "UTC" });
    const before = everything(host);
    const input = name === "run" ? { kind: "daily" } : {};
    const reply = (await host.rpc(name, input)) as { error?: { code: string; message: string } };
    found[name] = { ...reply.error, changed: everything(host) !== before };
  }
  return found;
}

async function withForeignTabs() {
  const host = await openHost({ keepsProgram, now: "2026-01-10", timeZone: "UTC" });
  const own = findSheet(host.workbook, "Sheet1");
  if (!own) throw new Error("There is no tab Sheet1.");
  const cells = ["Key", "Amount", "00123", 7, "", "=B2*1.1"];
  const rect = { row: 1, column: 1, rows: 3, columns: 2 };
  writeBlock(host.workbook, own, rect, { cells, dates: [] }, "person");
  writeNotes(host.workbook, own, { ...rect, rows: 1, columns: 1 }, ["our note"]);
  host.rows("Sheet1"); // Formulas are computed when they are first read.
  const before = tabOf(host, "Sheet1");
  await host.atSheet("rpc", "set-up", {});
  for (const [tab, rows] of Object.entries({ Triggers: [triggers.rate], ...filled }))
    host.append(tab, rows as never);
  await host.clock.advanceTo("2026-02-10");
  return {
    kept: tabOf(host, "Sheet1") === before,
    tabs: host.sheetNames(),
  };
}

async function withATabOfAlmostThatName() {
  const host = await openHost({ keepsProgram, now: "2026-01-10", timeZone: "UTC" });
  const sheet = findSheet(host.workbook, "Sheet1");
  if (!sheet) throw new Error("There is no tab Sheet1.");
  renameSheet(host.workbook, sheet, "partners");
  const rect = { row: 1, column: 1, rows: 2, columns: 2 };
  const cells = ["Name", "Our code", "Ann", "X1"];
  writeBlock(host.workbook, sheet, rect, { cells, dates: [] }, "person");
  const said = await outcomeOf(ask(host, "set-up", {}));
  const ran = await outcomeOf(run(host));
  return { said, ran, tabs: host.sheetNames().length, partners: host.rows("partners") };
}

/** A validation of the team's own in Rewards: amounts must be above 30. */
async function withAValidation() {
  const host = await openLife(filled);
  const sheet = findSheet(host.workbook, "Rewards");
  const column = (sheet?.rows[0]?.cells.indexOf("Amount") ?? -1) + 1;
  if (!sheet) throw new Error("There is no tab Rewards.");
  const rect = { row: 2, column, rows: 100, columns: 1 };
  const above = { criteria: "NUMBER_GREATER_THAN", values: [30], allowInvalid: false, help: null };
  const set = (rule: typeof above | null) =>
    writeRules(host.workbook, sheet, rect, new Array(100).fill(rule));
  set(above);
  const said = await outcomeOf(run(host));
  set(null);
  await run(host);
  const amounts = host.rows("Rewards").map(({ Amount }) => Amount);
  await run(host);
  return { said, amounts, after: host.rows("Rewards").length };
}

const badSettings: readonly (readonly [string, unknown])[] = [
  ["payout day", 7],
  ["review ends on day", 20],
  ["program currency", "ZZZ"],
  ["program start", "soon"],
  ["paused", "maybe"],
  ["minimum payout", "USD fifty"],
  ["last month opened", "May"],
  ["rounding", "up"],
];

async function withBadSettings() {
  const found: unknown[] = [];
  for (const [setting, value] of badSettings) {
    const host = await openLife(filled);
    const good = host.rows("Settings").find(({ Key }) => Key === setting)?.Value;
    host.type("Settings", { Key: setting }, "Value", value as never);
    const before = host.rows("Transactions");
    const said = await outcomeOf(run(host));
    const untouched = JSON.stringify(host.rows("Transactions")) === JSON.stringify(before);
    const marked = cellNotes(host, "Settings");
    const home = (await host.rpc("home", {})) as { output: { problems: readonly unknown[] } };
    const shown = home.output.problems.length;
    const clock = await host.clock.advanceTo("2026-01-12");
    const mailed = clock.map(({ error }) => String(error ?? ""));
    host.type("Settings", { Key: setting }, "Value", (good || "") as never);
    if (setting === "review ends on day") host.type("Settings", { Key: setting }, "Value", 7);
    await run(host);
    found.push({
      setting,
      named:
        said.startsWith("SETTINGS_INVALID") &&
        said.includes(setting === "review ends on day" ? "payout day" : setting),
      untouched,
      marks: Object.keys(marked).length,
      shown,
      mailed: mailed.length > 0 && mailed.every((each) => each.includes("Settings tab")),
      left: Object.keys(cellNotes(host, "Settings")).length,
      rewards: host.rows("Rewards").length,
    });
  }
  return found;
}

tell({
  headers: await withoutHeaders(),
  tabs: await withoutTabs(),
  double: await withTwoHeaders(),
  nothing: await withNothing(),
  foreign: await withForeignTabs(),
  validation: await withAValidation(),
  almost: await withATabOfAlmostThatName(),
  settings: await withBadSettings(),
});
