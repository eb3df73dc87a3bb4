import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Driver } from "../../host";
import { readFormats, writeBlock, writeFormats } from "../../host/workbook";
import { cellWords } from "../../src/engine/kernel/cell-words";
import { columnsAfter, FIRST_SCHEMA } from "../../src/engine/program/schema";
import { tables } from "../../src/engine/tables";
import { openHost } from "../support/host";

interface Fixture {
  /** A workbook that release 0.1.0 made: judged rows, drips, invoices, payouts, undo records, and a journal cut off. */
  readonly workbook: unknown;
  /** What that release itself made of it by its next run, on the same day: money, and what leads to it. */
  readonly money: Readonly<Record<string, readonly (readonly string[])[]>>;
}
const fixture = JSON.parse(
  gunzipSync(readFileSync(join(__dirname, "../fixtures/release-0.1.0.json.gz"))).toString(),
) as Fixture;

const columns: Readonly<Record<string, readonly string[]>> = {
  Rewards: ["Key", "Amount", "Currency", "Status", "Earned on", "Invoice", "Payout"],
  Drips: ["Key", "Status", "To come"],
  Invoices: ["Key", "Status", "Total"],
  Payouts: ["Key", "Status", "Amount"],
  Partners: ["Key", "Group"],
};
const textOf = (cell: unknown) =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? "");
const money = (host: Driver) =>
  Object.fromEntries(
    Object.entries(columns).map(([tab, headers]) => [
      tab,
      host.rows(tab).map((row) => headers.map((header) => textOf(row[header]))),
    ]),
  );

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "upgrade-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

let opened = 0;
async function open(): Promise<Driver> {
  const file = join(folder, `${opened++}.json`);
  await writeFile(file, JSON.stringify(fixture.workbook));
  return openHost({ file, now: "2026-03-05T13:00:00Z", user: "owner@team.example" });
}
interface Answer {
  readonly ok: boolean;
  readonly output?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string; readonly message: string };
}
const ask = async (host: Driver, name: string, input: object = {}) =>
  (await host.rpc(name, input as never)) as Answer;
const journalOf = (host: Driver) =>
  host.workbook.sheets.find(({ name }) => name === "_journal")?.rows ?? [];

test("the fixture is what it should be: an old schema, and a journal whose slices are longer than today's", async () => {
  const host = await open();
  const cells = journalOf(host).map((row) => String(row?.cells[0] ?? ""));

  expect(cells[0]).toMatch(/^journal 1 2 /);
  expect(cells[1]?.length).toBe(45_001);
  expect(host.rows("Activity").filter(({ Undo }) => String(Undo).startsWith("|")).length).toBe(5);
  expect(host.rows("Rewards")[0]).not.toHaveProperty("Decisions");
});

test("the sidebar reads a workbook of an earlier release before any run, without set-up", async () => {
  const host = await open();

  for (const name of ["home", "list-rewards", "list-drips", "list-invoices", "list-triggers"]) {
    expect([name, (await ask(host, name)).error]).toEqual([name, undefined]);
  }
  expect((await ask(host, "home")).output).toMatchObject({ isSetUp: true });
});

test("the first run upgrades it by itself, finishes its old journal, and changes no money", async () => {
  const host = await open();

  expect(await ask(host, "run", { kind: "by hand" })).toMatchObject({ ok: true });
  expect(money(host)).toEqual(fixture.money);
  const again = await ask(host, "run", { kind: "by hand" });
  expect(again.output?.summary).toBe("Nothing was due.");
  expect(money(host)).toEqual(fixture.money);
});

test("what the upgrade adds stands after the columns that are there, by a run and by set-up", async () => {
  const headersOf = (host: Driver, tab: string) =>
    (host.workbook.sheets.find(({ name }) => name === tab)?.rows[0]?.cells ?? []).filter(Boolean);
  for (const [call, input] of [
    ["run", { kind: "by hand" }],
    ["set-up", {}],
  ] as const) {
    const host = await open();
    const before = Object.keys(columns).map((tab) => [tab, headersOf(host, tab)] as const);
    expect(await ask(host, call, input)).toMatchObject({ ok: true });
    for (const [tab, headers] of before) {
      expect(headersOf(host, tab).slice(0, headers.length)).toEqual(headers);
    }
    expect(headersOf(host, "Rewards").slice(-3).sort()).toEqual([
      "Decisions",
      "Name of customer",
      "Name of partner",
    ]);
  }
});

test("its days are shown as the locale writes them, once, and formats that a person chose stay (UPGRADE-17)", async () => {
  const host = await open();
  host.workbook.locale = "de_DE";
  const partners = host.workbook.sheets.find(({ name }) => name === "Partners");
  if (!partners) throw new Error("no Partners");
  const column = (partners.rows[0]?.cells ?? []).indexOf("Joined on") + 1;
  const rect = { row: 2, column, rows: 3, columns: 1 };
  writeFormats(host.workbook, partners, rect, ["yyyy-mm-dd", "d mmm yyyy", "yyyy-mm-dd"]);
  await ask(host, "run", { kind: "by hand" });
  expect(readFormats(partners, rect)).toEqual(["dd.mm.yyyy", "d mmm yyyy", "dd.mm.yyyy"]);
  const formatsOf = ({ name }: { readonly name: string }) => {
    const sheet = host.workbook.sheets.find((each) => each.name === name);
    return sheet?.rows.flatMap((row) => row?.look.formats.filter(Boolean) ?? []) ?? [];
  };
  const all = host.workbook.sheets.filter(({ name }) => name !== "Partners").flatMap(formatsOf);
  expect(all.filter((format) => format.startsWith("yyyy"))).toEqual([]);
  expect(all).toContain("dd.mm.yyyy hh:mm:ss");

  writeFormats(host.workbook, partners, rect, "yyyy-mm-dd");
  await ask(host, "run", { kind: "by hand" });
  expect(readFormats(partners, rect)).toEqual(["yyyy-mm-dd", "yyyy-mm-dd", "yyyy-mm-dd"]);
});

test("a clock run and an act upgrade it as well", async () => {
  const byClock = await open();
  await byClock.fire("onDaily");
  expect(money(byClock)).toEqual(fixture.money);
  const byAct = await open();
  const act = await ask(byAct, "change-settings", { programName: "Ours" });
  expect(act.error).toBeUndefined();
  expect(byAct.rows("Rewards")[0]).toHaveProperty("Decisions");
  const sales = byAct.rows("Transactions").filter((row) => row["Refund of"] === "");
  expect(sales.filter(({ Judged }) => Judged === "")).toEqual([]);
});

test("killed anywhere in it, the upgrade goes on at the next run", async () => {
  const reference = await open();
  const { usage } = await reference.atSheet("rpc", "run", { kind: "by hand" });
  const total = Object.values(usage.calls).reduce((sum, each) => sum + each, 0);
  for (let at = 5; at <= total; at += process.env.REFUSALS === undefined ? 97 : 1) {
    const host = await open();
    host.onServiceCall((_, number) => {
      if (number === at) throw new Error("killed");
    });
    await ask(host, "run", { kind: "by hand" }).catch(() => undefined);
    host.onServiceCall(null);
    await ask(host, "run", { kind: "by hand" });
    expect([at, money(host)]).toEqual([at, fixture.money]);
  }
});

test("the last run of the earlier release is undone, and only changed rows are asked about (UPGRADE-13)", async () => {
  const host = await open();
  const before = fixture.money.Rewards?.filter(([key]) => !String(key).startsWith("n")) ?? [];
  const shown = await ask(host, "undo-run", {});
  expect(shown.output).toMatchObject({ asked: [], stays: [] });
  host.type("Rewards", { Key: "n20/rate" }, "Description", "as agreed");
  host.type("Transactions", { Key: "n8" }, "Outcome", "typed");
  const typed = await ask(host, "undo-run", {});
  expect(typed.output?.asked).toEqual([
    { tab: "Rewards", key: "n20/rate" },
    { tab: "Transactions", key: "n8" },
  ]);
  const undone = await ask(host, "undo-run", { confirmed: true, changedToo: true });

  expect(undone.error).toBeUndefined();
  expect(undone.output).toMatchObject({ stays: [] });
  expect(host.rows("Rewards").filter(({ Key }) => Key !== "")).toHaveLength(before.length);
  host.type("Settings", { Key: "paused" }, "Value", "no");
  await ask(host, "run", { kind: "by hand" });
  // The cap of 400.00 counts each reward at its net now (LIMIT-8): 12.00 that were refunded are free again, and 3.00 that
  // were typed on top are used.
  const owed = (rows: readonly (readonly string[])[] = []) =>
    rows.reduce((sum, [, amount]) => sum + Math.round(Number(amount) * 100), 0);
  expect(owed(money(host).Rewards)).toBe(owed(fixture.money.Rewards) + 1_200 - 300);
});

test("a column that the earlier release lacks says since which schema it exists", async () => {
  const host = await open();
  const lacking = Object.entries(tables).flatMap(([name, { sheet, columns: all }]) => {
    const headers = host.workbook.sheets.find((each) => each.name === sheet)?.rows[0]?.cells ?? [];
    return Object.entries(all).flatMap(([id, { header }]) =>
      headers.includes(header) ? [] : [`${name}.${id}`],
    );
  });
  const declared = Object.keys(tables).flatMap((name) =>
    columnsAfter(name as never, FIRST_SCHEMA).map((id) => `${name}.${id}`),
  );

  expect(lacking).toEqual(declared);
});

test("a workbook that a newer release has upgraded is never changed by this one", async () => {
  const host = await open();
  await ask(host, "run", { kind: "by hand" });
  const journal = host.workbook.sheets.find(({ name }) => name === "_journal");
  if (!journal) throw new Error("no journal");
  const rect = { row: 3, column: 2, rows: 1, columns: 1 };
  writeBlock(host.workbook, journal, rect, { cells: [99], dates: [] });
  const all = () =>
    JSON.stringify([
      host.sheetNames().map((tab) => [host.rows(tab), host.notes(tab)]),
      host.workbook.extras.triggers,
    ]);
  const before = all();

  for (const [name, input] of [
    ["run", { kind: "by hand" }],
    ["set-up", {}],
    ["change-settings", { programName: "Ours" }],
    ["install-schedule", {}],
    ["decide-copy", { as: "new home" }],
  ] as const) {
    const { error } = await ask(host, name, input);
    expect([name, error?.code]).toEqual([name, "WORKBOOK_NEWER"]);
    expect(cellWords(error?.message ?? "")).toContain("Update the script");
  }
  expect(all() === before).toBe(true);
});

test("each of its runs that are kept is undone in turn, and none asks about a row that nobody changed", async () => {
  const host = await open();
  const asked = [];
  for (let undone = 0; undone < 5; undone++) {
    const { output } = await ask(host, "undo-run", { confirmed: true });
    asked.push([String(output?.run).slice(0, 14), output?.asked]);
  }
  expect(asked).toEqual([
    ["run 2026-03-05", []],
    ["run 2026-03-05", []],
    ["run 2026-03-01", []],
    ["run 2026-02-21", []],
    ["run 2026-02-19", []],
  ]);
});
