import type { Driver } from "../../host";
import { openProgram } from "./support/program";

interface Active {
  readonly sheetId: number;
  readonly rect: { readonly row: number; readonly column: number };
}
const none: Active = { sheetId: -1, rect: { row: 0, column: 0 } };

/** The tab and the cell's value on which the person stands. */
function activeCell(host: Driver): readonly unknown[] {
  const { sheetId, rect } = host.state.slot<Active>("spreadsheet.active", () => none);
  const sheet = host.workbook.sheets.find(({ id }) => id === sheetId);
  return [sheet?.name, sheet?.rows[rect.row - 1]?.cells[rect.column - 1]];
}
const show = (host: Driver, table: string, key: string, column: string) =>
  host.rpc("show-cell", { table, key, column });

test("a problem's cell is found by key and header, also after the rows were sorted", async () => {
  const host = await openProgram();
  expect(await show(host, "Transactions", "trx_5", "Amount")).toMatchObject({ ok: true });
  expect(activeCell(host)).toEqual(["Transactions", "a lot"]);
  host.sort("Transactions", "Key", { descending: true });
  await show(host, "Customers", "cus_2", "Plan");
  expect(activeCell(host)).toEqual(["Customers", "Solo"]);
  await show(host, "Transactions", "trx_5", "amount ");
  expect(activeCell(host)).toEqual(["Transactions", "a lot"]);
});

test("a key that looks like a number is found as the text that it is", async () => {
  const host = await openProgram();
  await show(host, "Partners", "00123", "Name");
  expect(activeCell(host)).toEqual(["Partners", "Bob"]);
  await show(host, "Transactions", "1e5", "");
  expect(activeCell(host)).toEqual(["Transactions", "1e5"]);
});

test("of two rows with one key the marked one is shown", async () => {
  const host = await openProgram();
  host.append("Partners", [{ Key: "ptn_1", Name: "Ann once more" }]);
  await host.rpc("run", { kind: "by hand" });
  await show(host, "Partners", "ptn_1", "Name");
  expect(activeCell(host)).toEqual(["Partners", "Ann once more"]);
});

test("a missing cell is refused, and nothing is written", async () => {
  const host = await openProgram();
  const before = JSON.stringify(host.workbook.sheets);
  for (const [table, key, column] of [
    ["Transactions", "gone", "Amount"],
    ["Transactions", "trx_1", "No such column"],
    ["Nowhere", "trx_1", "Amount"],
    ["__proto__", "", ""],
  ] as const) {
    const reply = await show(host, table, key, column);
    expect(reply).toMatchObject({ ok: false, error: { code: "CELL_NOT_FOUND" } });
  }
  expect(await host.rpc("show-cell", null)).toMatchObject({ ok: false });
  expect(JSON.stringify(host.workbook.sheets)).toBe(before);
});

test("it reads the headers and the key column and nothing else of the tab", async () => {
  const host = await openProgram();
  await show(host, "Transactions", "trx_5", "Amount");
  const columns = host.workbook.sheets.find(({ name }) => name === "Transactions")?.rows[0]?.cells;
  const { cellsRead, cellsWritten } = host.usage().last;
  expect(cellsRead).toBe((columns?.length ?? 0) + host.rows("Transactions").length);
  expect(cellsWritten).toBe(0);
});
