import type { Rect, Row, Sheet, Style, ValidationRule, Workbook } from "../base/model";
import { checkRect } from "../base/rect";
import { displayValue } from "../formats/display-value";
import { recalculate } from "../formulas/recalculate";

/** What getNumberFormat gives for the automatic format. */
export const automaticFormat = "0.###############";

/** What each cell shows, row by row (getDisplayValues). */
export function readDisplay(book: Workbook, sheet: Sheet, rect: Rect): string[] {
  recalculate(book);
  return readCells(sheet, rect, "", (row, column) =>
    displayValue(row.cells[column] ?? "", row.look.formats[column] ?? "", book.locale),
  );
}

/** Each cell's formula text, "" where there is none (getFormulas). */
export function readFormulas(sheet: Sheet, rect: Rect): string[] {
  return readCells(
    sheet,
    rect,
    "",
    (row, column) => row.formulas?.get(column) ?? "",
    ({ formulas }) => formulas !== null,
  );
}

/** Each cell's note, "" where there is none (getNotes). */
export function readNotes(sheet: Sheet, rect: Rect): string[] {
  return readCells(
    sheet,
    rect,
    "",
    (row, column) => row.notes?.get(column) ?? "",
    ({ notes }) => notes !== null,
  );
}

/** Each cell's number format as getNumberFormats gives it. */
export function readFormats(sheet: Sheet, rect: Rect): string[] {
  return readCells(
    sheet,
    rect,
    automaticFormat,
    (row, column) => row.look.formats[column] || automaticFormat,
  );
}

/** Each cell's style, null where it is plain. */
export function readStyles(sheet: Sheet, rect: Rect): (Style | null)[] {
  return readCells<Style | null>(
    sheet,
    rect,
    null,
    (row, column) => row.look.styles[column] ?? null,
  );
}

/** Each cell's validation, null where there is none. */
export function readRules(sheet: Sheet, rect: Rect): (ValidationRule | null)[] {
  return readCells<ValidationRule | null>(
    sheet,
    rect,
    null,
    (row, column) => row.look.rules[column] ?? null,
  );
}

/** Cells by `read`, `empty` where nothing is: in all of a row that `hasAny` excludes. */
function readCells<T>(
  sheet: Sheet,
  rect: Rect,
  empty: T,
  read: (row: Row, column: number) => T,
  hasAny: (row: Row) => boolean = () => true,
): T[] {
  checkRect(sheet, rect);
  const list = new Array<T>(rect.rows * rect.columns).fill(empty);
  for (let r = 0; r < rect.rows; r += 1) {
    const row = sheet.rows[rect.row - 1 + r];
    if (!row || !hasAny(row)) continue;
    for (let c = 0; c < rect.columns; c += 1)
      list[r * rect.columns + c] = read(row, rect.column - 1 + c);
  }
  return list;
}
