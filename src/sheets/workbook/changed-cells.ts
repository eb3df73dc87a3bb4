import { type Raw, sameRaw } from "../codec/codec";
import type { TableSheet } from "./table-sheet";

/** Cells of a table's memory that must be written: for each column the rows in which it changes. */
export type ChangedCells = Map<number, Set<number>>;

/** Sets a value in memory and marks its cell as to be written, unless it already has that value. */
export function changeCell(
  table: TableSheet,
  changed: ChangedCells,
  row: number,
  column: number,
  value: Raw,
): void {
  const cells = table.rows[row] as Raw[];
  if (sameRaw(cells[column] ?? "", value)) return;
  cells[column] = value;
  markCell(changed, row, column);
}

export function markCell(changed: ChangedCells, row: number, column: number): void {
  const rows = changed.get(column);
  if (rows) rows.add(row);
  else changed.set(column, new Set([row]));
}
