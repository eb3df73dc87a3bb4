import { ensureRow, touchRow } from "../base/create-workbook";
import type { Rect, Sheet, Workbook } from "../base/model";
import { ServiceError } from "../base/service-error";
import { checkCount, checkLine } from "./rows";

export type LineAxis = "rows" | "columns";

/** The cells of whole rows or columns. */
export const linesOf = (
  { maxRows, maxColumns }: Sheet,
  axis: LineAxis,
  first: number,
  count: number,
): Rect =>
  axis === "rows"
    ? { row: first, column: 1, rows: count, columns: maxColumns }
    : { row: 1, column: first, rows: maxRows, columns: count };

/** Hides or shows rows or columns, from a 1-based one on. Throws when none would be left to see. */
export function hideLines(
  book: Workbook,
  sheet: Sheet,
  axis: LineAxis,
  first: number,
  count: number,
  hidden: boolean,
): void {
  const all = axis === "rows" ? sheet.maxRows : sheet.maxColumns;
  checkCount(count);
  checkLine(first, all);
  checkLine(first + count - 1, all);
  const last = first + count - 1;
  if (hidden && !isAnySeen(sheet, axis, (line) => line < first || line > last))
    throw new ServiceError(`You can't hide all visible ${axis} on the sheet.`);
  for (let line = first; line <= last; line += 1) {
    if (isHidden(sheet, axis, line) === hidden) continue;
    if (axis === "columns") {
      while (sheet.columns.length < line) sheet.columns.push({ width: null, hidden: false });
      const column = sheet.columns[line - 1];
      if (column === undefined) continue;
      column.hidden = hidden;
      // A column of a folded group that is shown again is not folded any more.
      if (!hidden) delete column.folded;
    } else {
      const row = ensureRow(sheet, line);
      row.hidden = hidden;
      touchRow(book, row);
    }
  }
  book.version += 1;
}

/** Freezes the first rows or columns; 0 freezes none. Throws when all that can be seen would be frozen. */
export function freezeLines(book: Workbook, sheet: Sheet, axis: LineAxis, count: number): void {
  const all = axis === "rows" ? sheet.maxRows : sheet.maxColumns;
  if (!Number.isInteger(count) || count < 0)
    throw new ServiceError(`Invalid argument: ${count}. Should be of type: non-negative integer`);
  if (count > all) throw new ServiceError("Those rows or columns are out of bounds.");
  if (count > 0 && !isAnySeen(sheet, axis, (line) => line > count))
    throw new ServiceError(`You can't freeze all visible ${axis} on the sheet.`);
  if (axis === "rows") sheet.frozenRows = count;
  else sheet.frozenColumns = count;
  book.version += 1;
}

/** Whether a line (1-based) is hidden by a person or a script. */
function isHidden(sheet: Sheet, axis: LineAxis, line: number): boolean {
  return (axis === "rows" ? sheet.rows : sheet.columns)[line - 1]?.hidden ?? false;
}

function isAnySeen(sheet: Sheet, axis: LineAxis, among: (line: number) => boolean): boolean {
  const all = axis === "rows" ? sheet.maxRows : sheet.maxColumns;
  for (let line = all; line > 0; line -= 1)
    if (among(line) && !isHidden(sheet, axis, line)) return true;
  return false;
}
