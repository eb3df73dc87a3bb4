import type { Driver } from "../../host";
import { findSheet, moveColumns } from "../../host/workbook";
import { tables } from "../../src/engine/tables";
import { addOwnColumn, openProgram, smallProgram } from "./support/program";

const headersOf = (host: Driver, tab: string) =>
  (findSheet(host.state.workbook, tab)?.rows[0]?.cells ?? []).map(String);
const tidy = (host: Driver) => host.click("Tributary › Tidy columns");

/** What people see and what lies behind it, by header wherever that stands; Activity, which gets a line, is left out. */
function seen(host: Driver) {
  return host.sheetNames().flatMap((tab) => {
    const sheet = findSheet(host.state.workbook, tab);
    if (!sheet || tab === "Activity" || tab.startsWith("_")) return [];
    return headersOf(host, tab)
      .map((header, at) => ({
        column: `${tab}: ${header}`,
        width: sheet.columns[at]?.width,
        cells: sheet.rows.map((row) => [
          row?.cells[at] ?? "",
          row?.formulas?.get(at) === undefined ? "value" : "formula",
          row?.notes?.get(at) ?? "",
          row?.look.formats[at] ?? "",
          JSON.stringify(row?.look.rules[at] ?? null),
        ]),
      }))
      .sort((a, b) => (a.column < b.column ? -1 : 1));
  });
}

/** A program that has run, of which a team has moved columns about, with one of its own that calculates from ours. */
async function shuffled(): Promise<Driver> {
  const host = await openProgram(smallProgram);
  await host.fire("onDaily");
  const { workbook } = host.state;
  addOwnColumn(host, "Rewards", "Twice", 6);
  host.type("Rewards", { Key: "trx_1/trg_1" }, "Twice", "=E2*2");
  host.act(() => {
    const rewards = findSheet(workbook, "Rewards");
    const sales = findSheet(workbook, "Transactions");
    if (!rewards || !sales) throw new Error("There are no tabs.");
    moveColumns(workbook, rewards, 20, 3, 3);
    moveColumns(workbook, rewards, 5, 1, 12);
    moveColumns(workbook, sales, 2, 2, 9);
  });
  await host.fire("onDaily");
  return host;
}
const agree = (host: Driver) => host.answer(() => ({ button: "YES" }));

test("it says what moves, asks, and moves it with all that belongs to it (SHEET-44)", async () => {
  const host = await shuffled();
  const before = seen(host);
  const asked: string[] = [];
  host.answer(({ prompt }) => {
    asked.push(prompt);
    return { button: "YES" };
  });
  await tidy(host);

  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain("Transactions: ");
  expect(asked[0]).not.toContain("Payouts");
  const own = ["Twice", "Plan"];
  for (const { sheet, columns } of Object.values(tables)) {
    const ours = headersOf(host, sheet).filter((header) => header !== "" && !own.includes(header));
    expect([sheet, ours]).toEqual([sheet, Object.values(columns).map(({ header }) => header)]);
  }
  expect(seen(host)).toEqual(before);
  const rewards = findSheet(host.state.workbook, "Rewards");
  const amount = String.fromCharCode(65 + headersOf(host, "Rewards").indexOf("Amount"));
  const at = headersOf(host, "Rewards").indexOf("Twice");
  const formulas = rewards?.rows.flatMap((row) => row?.formulas?.get(at) ?? []);
  expect(formulas).toEqual([expect.stringMatching(new RegExp(`^=${amount}\\d+\\*2$`))]);
  expect(host.rows("Activity").at(-1)).toMatchObject({
    What: "Moved columns into the standard order.",
  });

  expect((await host.fire("onDaily")).usage.cellsWritten).toBe(0);
  await tidy(host);
  expect(asked).toHaveLength(1);
});

test("who says no has nothing moved", async () => {
  const host = await shuffled();
  const before = JSON.stringify(host.state.workbook.sheets);
  host.answer(() => ({ button: "NO" }));
  await tidy(host);

  expect(JSON.stringify(host.state.workbook.sheets)).toBe(before);
});

test("killed at any call, it has lost nothing, a run goes on, and the next one finishes it", async () => {
  const whole = await shuffled();
  const before = seen(whole);
  const from = whole.fork({});
  agree(whole);
  const { usage } = await tidy(whole);
  const total = Object.values(usage.calls).reduce((sum, each) => sum + each, 0);
  const order = headersOf(whole, "Rewards");
  const step = process.env.REFUSALS === undefined ? Math.ceil(total / 4) : 1;
  for (let at = 9; at <= total; at += step) {
    const host = from.fork({});
    agree(host);
    host.onServiceCall((_, number) => {
      if (number === at) throw new Error("killed");
    });
    await tidy(host).catch(() => undefined);
    host.onServiceCall(null);
    expect([at, seen(host)]).toEqual([at, before]);
    await host.fire("onDaily");
    expect([at, seen(host)]).toEqual([at, before]);
    await tidy(host);
    expect([at, headersOf(host, "Rewards")]).toEqual([at, order]);
  }
});
