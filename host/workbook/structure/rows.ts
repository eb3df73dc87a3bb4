import type { Sheet, Workbook } from "../base/model";
import { ServiceError } from "../base/service-error";
import { applyShift } from "./apply-shift";
import { checkCellLimit } from "./sheets";

/**
 * Inserts blank rows before a 1-based row (maxRows + 1 adds them at the end). They inherit no format: it is not
 * guaranteed that an inserted row keeps '@' (PLATFORM-39), so this is the stricter reading.
 */
export function insertRows(book: Workbook, sheet: Sheet, before: number, count: number): void {
  checkCount(count);
  checkLine(before, sheet.maxRows + 1);
  checkCellLimit(book, count * sheet.maxColumns);
  if (before <= sheet.rows.length) {
    const tail = sheet.rows.slice(before - 1);
    sheet.rows.length = before - 1;
    for (let n = 0; n < count; n += 1) sheet.rows.push(null);
    for (const row of tail) sheet.rows.push(row);
  }
  sheet.maxRows += count;
  if (before <= sheet.frozenRows) sheet.frozenRows += count;
  applyShift(book, sheet, { axis: "rows", at: before, count });
}

/** Deletes rows from a 1-based row on. Throws when no unfrozen row would be left. */
export function deleteRows(book: Workbook, sheet: Sheet, row: number, count: number): void {
  checkCount(count);
  checkLine(row + count - 1, sheet.maxRows);
  checkLine(row, sheet.maxRows);
  const frozen = Math.max(0, Math.min(sheet.frozenRows - row + 1, count));
  if (sheet.maxRows - count <= sheet.frozenRows - frozen)
    throw new ServiceError(
      sheet.frozenRows > 0
        ? "It is not possible to delete all the non-frozen rows."
        : "You can't delete all the rows on the sheet.",
    );
  sheet.rows.splice(row - 1, count);
  sheet.maxRows -= count;
  sheet.frozenRows -= frozen;
  applyShift(book, sheet, { axis: "rows", at: row, count: -count });
}

/** Moves rows to before another row, both 1-based and counted before the move; what points at them follows. */
export function moveRows(
  book: Workbook,
  sheet: Sheet,
  row: number,
  count: number,
  before: number,
): void {
  checkCount(count);
  checkLine(row, sheet.maxRows);
  checkLine(row + count - 1, sheet.maxRows);
  checkLine(before, sheet.maxRows + 1);
  if (before >= row && before <= row + count) return;
  while (sheet.rows.length < Math.max(row + count, before) - 1) sheet.rows.push(null);
  const moved = sheet.rows.splice(row - 1, count);
  sheet.rows.splice((before > row ? before - count : before) - 1, 0, ...moved);
  applyShift(book, sheet, { axis: "rows", at: row, count, before });
}

/** Throws when a count of lines is below one. */
export function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 1)
    throw new ServiceError(`Invalid argument: ${count}. Should be of type: positive integer`);
}

/** Throws when a line is not between 1 and the last allowed one. */
export function checkLine(line: number, last: number): void {
  if (!Number.isInteger(line) || line < 1 || line > last)
    throw new ServiceError("Those rows or columns are out of bounds.");
}
