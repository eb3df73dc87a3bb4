import type { Block, Cell, Rect, Sheet, Workbook } from "../base/model";
import { checkRect } from "../base/rect";
import { serialToEpoch } from "../base/zones";
import { dateColumns } from "../formats/date-columns";
import { recalculate } from "../formulas/recalculate";

/**
 * The values of a rectangle as getValues returns them: formulas computed, and epoch milliseconds exactly where the
 * number format says date, time or duration (PLATFORM-33, PLATFORM-34).
 */
export function readBlock(book: Workbook, sheet: Sheet, rect: Rect): Block {
  checkRect(sheet, rect);
  recalculate(book);
  const cells = new Array<Cell>(rect.rows * rect.columns).fill("");
  const dates: number[] = [];
  const left = rect.column - 1;
  const right = left + rect.columns;
  for (let index = 0; index < rect.rows; index += 1) {
    const row = sheet.rows[rect.row - 1 + index];
    if (row === undefined || row === null) continue;
    const base = index * rect.columns - left;
    const filled = Math.min(right, row.cells.length);
    for (let c = left; c < filled; c += 1) cells[base + c] = row.cells[c] ?? "";
    for (const c of dateColumns(row.look)) {
      if (c < left || c >= filled) continue;
      const cell = row.cells[c];
      if (typeof cell !== "number") continue;
      cells[base + c] = serialToEpoch(cell, book.timeZone);
      dates.push(base + c);
    }
  }
  return { cells, dates };
}

/** The last row that holds a value or a formula; 0 on an empty sheet (PLATFORM-48). */
export function lastRow(sheet: Sheet): number {
  for (let r = sheet.rows.length; r > 0; r -= 1) {
    const row = sheet.rows[r - 1];
    // Below what is filled stand hundreds of rows that have a look only.
    const isBare = !row || (row.formulas === null && row.cells.length === 0);
    if (!isBare && lastFilled(sheet, r - 1) > 0) return r;
  }
  return 0;
}

/** The last column that holds a value or a formula; 0 on an empty sheet. */
export function lastColumn(sheet: Sheet): number {
  let last = 0;
  for (let r = 0; r < sheet.rows.length; r += 1) {
    const row = sheet.rows[r];
    // Most rows are as long as those above, and can't reach further.
    const isWithin = !row || (row.formulas === null && row.cells.length <= last);
    if (!isWithin) last = Math.max(last, lastFilled(sheet, r));
  }
  return last;
}

/** The number of columns up to the last filled cell of a 0-based row. */
export function lastFilled(sheet: Sheet, index: number): number {
  const row = sheet.rows[index];
  if (row === undefined || row === null) return 0;
  let last = row.cells.length;
  while (last > 0 && row.cells[last - 1] === "") last -= 1;
  if (row.formulas !== null) for (const c of row.formulas.keys()) last = Math.max(last, c + 1);
  return last;
}
