import { createProgram } from "../../../src/engine/program/program";
import { tables } from "../../../src/engine/tables";

/** So many rows of one key, as when a key is filled down; and how often the cell that proves a row's key is looked at. */
function looksAt(count: number): number {
  let looks = 0;
  const row = () => {
    const cells: Record<string, string> = {};
    for (const id of Object.keys(tables.transactions.columns)) cells[id] = "";
    Object.assign(cells, { key: "trx_1", customer: "cus_1", date: "2026-01-05", amount: "10" });
    Object.defineProperty(cells, "judged", {
      enumerable: true,
      get: () => {
        looks++;
        return "";
      },
    });
    return { cells, extra: {} };
  };
  const rows = Array.from({ length: count }, row);
  const program = createProgram({ transactions: { rows, ownHeaders: [] } }, ".");
  expect(program.tables.transactions?.rows.map(({ copy }) => copy)).toEqual(rows.map((_, i) => i));
  return looks;
}

test("reading many rows of one key takes ten times as long for ten times the rows (SHEET-24)", () => {
  expect(looksAt(500)).toBeLessThanOrEqual(12 * looksAt(50));
});
