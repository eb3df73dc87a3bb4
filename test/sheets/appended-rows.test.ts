import fc from "fast-check";
import type { Driver } from "../../host";
import { findSheet, writeBlock } from "../../host/workbook";
import { refusesAll } from "../support/refusing-rule";
import { addOwnColumn, openProgram, smallProgram } from "./support/program";

const down = <T>(rows: number, value: (row: number) => T): T[] =>
  Array.from({ length: rows }, (_, i) => value(i + 2));
/** Fills a column below its header, as a person who drags a cell down. */
function fill(host: Driver, tab: string, header: string, cells: readonly unknown[]): void {
  const sheet = findSheet(host.workbook, tab);
  const column = (sheet?.rows[0]?.cells.indexOf(header) ?? -1) + 1;
  if (!sheet || column === 0) throw new Error(`There is no column ${header} on ${tab}.`);
  const rect = { row: 2, column, rows: cells.length, columns: 1 };
  writeBlock(host.workbook, sheet, rect, { cells: cells as never, dates: [] }, "person");
}
/** The sheet's rows, by number, whose Key cell is filled. */
const rowsWithKeys = (host: Driver, tab: string): readonly number[] =>
  host.rows(tab).flatMap(({ Key }, i) => (Key === "" || Key === undefined ? [] : [i + 2]));

test("checkboxes, numbers and formulas filled down do not change where rows are appended (CELL-9)", async () => {
  const host = await openProgram({ ...smallProgram, Transactions: [] });
  for (const tab of ["Rewards", "Drips", "Transactions"]) {
    addOwnColumn(host, tab, "Seen", 1);
    fill(
      host,
      tab,
      "Seen",
      down(40, () => false),
    );
    addOwnColumn(host, tab, "No.", 3);
    fill(
      host,
      tab,
      "No.",
      down(40, (row) => row - 1),
    );
    addOwnColumn(host, tab, "Mine", 5);
    fill(
      host,
      tab,
      "Mine",
      down(40, (row) => `=IF(A${row}="","",1)`),
    );
  }
  const sale = { customer: "cus_1", date: "2026-04-01", amount: "100", currency: "USD" };
  for (const formId of ["one", "two"]) {
    expect(await host.rpc("record-sale", { ...sale, formId } as never)).toMatchObject({ ok: true });
  }
  await host.rpc("run", { kind: "by hand" });
  await host.clock.advanceTo("2026-04-04");

  expect(rowsWithKeys(host, "Transactions")).toEqual([2, 3]);
  expect(rowsWithKeys(host, "Rewards")).toEqual([2, 3, 4, 5]);
  expect(rowsWithKeys(host, "Drips")).toEqual([2, 3]);
  const [first, , third] = host.rows("Transactions");
  expect([first?.Seen, first?.["No."], third?.Seen, third?.["No."]]).toEqual([false, 1, false, 3]);
});

test("a formula in a column that people fill is not moved (CELL-9a)", async () => {
  const host = await openProgram({ ...smallProgram, Transactions: [] });
  const amounts = down(20, (row) => `=IF(A${row}="","",50)`);
  fill(host, "Transactions", "Amount", amounts);
  const sale = { customer: "cus_1", date: "2026-04-01", amount: "100", currency: "USD" };
  await host.rpc("record-sale", { ...sale, product: "Other", formId: "one" } as never);
  await host.rpc("record-sale", { ...sale, formId: "two" } as never);

  expect(rowsWithKeys(host, "Transactions")).toEqual([2, 3]);
  const shown = host.rows("Transactions").slice(0, 3);
  expect(shown.map(({ Amount, Product }) => [Amount, Product])).toEqual([
    [50, "Other"],
    [50, ""],
    ["", ""],
  ]);
});

const spilling = fc.record({
  formula: fc.constantFrom(
    "=TOCOL(Raw!A2:A)",
    "=TEAM_NAMES(A2:A)",
    "=INDEX(Raw!A2:C,0,2)",
    '=ArrayFormula(IF(A2:A="","",A2:A))',
    '={"a";"b"}',
    "=120-20",
    '=IF(A2="","x(y)",SUM(B2:B9))',
    "=VLOOKUP(A2,Raw!A:B,2,0)",
  ),
  /** The row, from 2, with the formula; the cells below it have values, as spilled ones have. */
  at: fc.integer({ min: 2, max: 4 }),
});
test("cells below a formula that spills are not written into, those below any other are (CELL-9a)", async () => {
  await fc.assert(
    fc.asyncProperty(spilling, async ({ formula, at }) => {
      const host = await openProgram(smallProgram);
      addOwnColumn(host, "Transactions", "Seen", 1);
      const seen = down(40, () => false);
      fill(host, "Transactions", "Seen", seen);
      const typed = down(5, (row) => (row === at ? formula : row));
      fill(host, "Transactions", "Amount", typed);
      expect(formulas(host, "Transactions", "Amount")[at - 2]).toBe(formula);
      const sale = { customer: "cus_1", date: "2026-04-01", amount: "100", currency: "USD" };
      await host.rpc("record-sale", { ...sale, formId: "one" } as never);
      const spills = !/120|SUM|VLOOKUP/.test(formula);
      const row = host.rows("Transactions")[5];
      expect([row?.Currency, row?.Amount]).toEqual(["USD", spills ? "" : 100]);
    }),
    { numRuns: 8 },
  );
});

/** The formulas of a column by the sheet's row, from 2. */
const formulas = (host: Driver, tab: string, header: string): readonly unknown[] => {
  const rows = findSheet(host.workbook, tab)?.rows ?? [];
  const column = rows[0]?.cells.indexOf(header) ?? -1;
  return rows.slice(1).map((row) => row?.formulas?.get(column));
};

test.each([
  { refused: "Key", filled: "Amount", gives: "50" },
  { refused: "Customer", filled: "Date", gives: "DATE(2026,3,5)" },
  { refused: "Product", filled: "Amount", gives: "50" },
])(
  "where $refused is refused in a new row, formulas filled down stay, the team's and those in $filled (CELL-9a)",
  async ({ refused, filled, gives }) => {
    const host = await openProgram({ ...smallProgram, Transactions: [] });
    // Beside the key, and so written together with it.
    host.moveColumn("Transactions", "Product", "Customer");
    addOwnColumn(host, "Transactions", "Mine", 8);
    const own = down(20, (row) => `=2*${row}`);
    fill(host, "Transactions", "Mine", own);
    const given = down(20, (row) => `=IF(A${row}="","",${gives})`);
    fill(host, "Transactions", filled, given);
    const kept = () => [
      formulas(host, "Transactions", "Mine"),
      formulas(host, "Transactions", filled),
    ];
    const before = kept();
    expect(before.flat().filter((each) => each !== undefined)).toHaveLength(40);
    host.validate("Transactions", refused, refusesAll);
    const sale = {
      customer: "cus_1",
      date: "2026-04-01",
      amount: "100",
      currency: "USD",
      product: "Other",
      formId: "one",
    };
    expect(await host.rpc("record-sale", sale as never)).toMatchObject({
      ok: false,
      error: { code: "WRITE_REFUSED" },
    });

    expect(kept()).toEqual(before);
    const isThere = refused === "Product";
    expect(rowsWithKeys(host, "Transactions")).toEqual(isThere ? [2] : []);
    const [first] = host.rows("Transactions");
    expect(first).toMatchObject({ Mine: 4, Currency: isThere ? "USD" : "", Product: "" });
    expect(first?.[filled] === "").toBe(!isThere);

    host.validate("Transactions", refused, null);
    await host.rpc("run", { kind: "by hand" });
    expect(kept()).toEqual(before);
    expect(rowsWithKeys(host, "Transactions")).toEqual([2]);
    expect(host.rows("Transactions")[0]).toMatchObject({ Currency: "USD", Product: "Other" });
  },
);

test("a row typed below while the program writes is not overwritten (CELL-9)", async () => {
  const host = await openProgram({
    ...smallProgram,
    Transactions: smallProgram.Transactions?.slice(0, 1) ?? [],
  });
  addOwnColumn(host, "Transactions", "Seen", 1);
  fill(
    host,
    "Transactions",
    "Seen",
    down(10, () => false),
  );
  host.append("Transactions", [{ Key: "below", Customer: "cus_2", Date: "2026-03-09", Amount: 7 }]);
  const sale = {
    customer: "cus_1",
    date: "2026-04-01",
    amount: "100",
    currency: "USD",
    formId: "one",
  };
  await host.rpc("record-sale", sale as never);

  const keys = host
    .rows("Transactions")
    .map(({ Key }) => Key)
    .filter(Boolean);
  expect(keys.slice(0, 2)).toEqual(["trx_1", "below"]);
  expect(keys).toHaveLength(3);
});
