import type { Driver } from "../host";
import { type Cell, isDateCell } from "../src/engine/kernel/fields";
import { type TableName, tableOf } from "../src/engine/tables";

/** A cell as a person would type it. */
const typed = (cell: Cell): string | number | boolean =>
  isDateCell(cell) ? [cell.day, cell.time].filter(Boolean).join(" ") : cell;

/** Rows by column id as rows by header, ready to be pasted into the table's tab; unknown ids are headers already. */
function toSheetRows(
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

/** Pastes rows into the table's tab, adding the team's own columns first where they are missing. */
export function pasteRows(
  host: Driver,
  name: TableName,
  rows: readonly Readonly<Record<string, Cell>>[],
): void {
  const { sheet, columns } = tableOf(name);
  const own = new Set(rows.flatMap((row) => Object.keys(row).filter((id) => !(id in columns))));
  for (const header of own) host.addColumn(sheet, header);
  if (rows.length > 0) host.append(sheet, toSheetRows(name, rows));
}
