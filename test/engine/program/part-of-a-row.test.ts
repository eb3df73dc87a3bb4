import { readRow } from "../../../src/engine/program/program";
import { columnsIn, some } from "../../../src/engine/program/reads";
import { tableOf } from "../../../src/engine/tables";
import type { Table } from "../../../src/engine/tables/table";
import { livedRows, reread } from "../../faults/any-cell/two-halves";

test("where only some columns of rewards are read, those of the others are not taken for emptied (EDIT-8)", () => {
  const program = reread(livedRows());
  const whole: Table = tableOf("rewards");
  const { rewards: ids = [] } = columnsIn([some("rewards", "invoice", "earnedOn", "amount")]);
  const columns = Object.entries(whole.columns).filter(([id]) => ids.includes(id));
  const part: Table = { ...whole, columns: Object.fromEntries(columns) };
  const rows = program.tables.rewards?.rows ?? [];
  expect(rows.length).toBeGreaterThan(10);
  for (const { key, raw } of rows) {
    const cells = Object.fromEntries(ids.map((id) => [id, raw.cells[id] ?? ""]));
    const read = readRow("rewards", key, { ...raw, cells }, 0, program.context, part);
    expect([key, read.putBack, read.problems]).toEqual([key, [], []]);
  }
});
