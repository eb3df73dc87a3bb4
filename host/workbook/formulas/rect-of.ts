import type { Rect, Sheet } from "../base/model";
import type { Reference } from "./rewrite-references";

/** The rectangle a reference names on a sheet, open ends at the grid's edge; null when it begins outside the grid. */
export function rectOf(
  { from, to }: Reference,
  grid: Pick<Sheet, "maxRows" | "maxColumns">,
): Rect | null {
  const end = to ?? from;
  const row = Math.min(from.row ?? 1, end.row ?? grid.maxRows);
  const column = Math.min(from.column ?? 1, end.column ?? grid.maxColumns);
  const lastRow = Math.min(grid.maxRows, Math.max(from.row ?? 1, end.row ?? grid.maxRows));
  const lastColumn = Math.min(
    grid.maxColumns,
    Math.max(from.column ?? 1, end.column ?? grid.maxColumns),
  );
  if (row > grid.maxRows || column > grid.maxColumns) return null;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}
