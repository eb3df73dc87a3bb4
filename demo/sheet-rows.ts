import { type Cell, isDateCell } from "../src/engine/fields";
import { type TableName, tableOf } from "../src/engine/tables";

/** A cell as a person would type it. */
const typed = (cell: Cell): string | number | boolean =>
  isDateCell(cell) ? [cell.day, cell.time].filter(Boolean).join(" ") : cell;

/** Rows by column id as rows by header, ready to be pasted into the table's tab; unknown ids are headers already. */
export function toSheetRows(
  name: TableName,
  rows: readonly Readonly<Record<string, Cell>>[],
): Record<string, string | number | boolean>[] {
  const columns = tableOf(name).columns;
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([id, cell]) => [columns[id]?.header ?? id, typed(cell)]),
    ),
  );
}
