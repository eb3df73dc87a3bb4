import { touchRow } from "../base/create-workbook";
import type { Row, RowLook, Sheet, Workbook } from "../base/model";
import { internLook } from "../base/row-look";
import { ServiceError } from "../base/service-error";
import { type Shift, shiftLine } from "../formulas/shift";
import { applyShift } from "./apply-shift";
import { joinGroups } from "./column-groups";
import { checkCount, checkLine } from "./rows";
import { checkCellLimit } from "./sheets";

/** Inserts blank columns before a 1-based column (maxColumns + 1 adds them at the end). */
export function insertColumns(book: Workbook, sheet: Sheet, before: number, count: number): void {
  checkCount(count);
  checkLine(before, sheet.maxColumns + 1);
  checkCellLimit(book, count * sheet.maxRows);
  sheet.maxColumns += count;
  if (before <= sheet.frozenColumns) sheet.frozenColumns += count;
  shiftColumns(book, sheet, { axis: "columns", at: before, count });
}

/** Deletes columns from a 1-based column on. Throws when no unfrozen column would be left. */
export function deleteColumns(book: Workbook, sheet: Sheet, column: number, count: number): void {
  checkCount(count);
  checkLine(column, sheet.maxColumns);
  checkLine(column + count - 1, sheet.maxColumns);
  const frozen = Math.max(0, Math.min(sheet.frozenColumns - column + 1, count));
  if (sheet.maxColumns - count <= sheet.frozenColumns - frozen)
    throw new ServiceError(
      sheet.frozenColumns > 0
        ? "It is not possible to delete all the non-frozen columns."
        : "You can't delete all the columns on the sheet.",
    );
  sheet.maxColumns -= count;
  sheet.frozenColumns -= frozen;
  shiftColumns(book, sheet, { axis: "columns", at: column, count: -count });
}

/** Moves columns to before another column, both 1-based and counted before the move; what points at them follows. */
export function moveColumns(
  book: Workbook,
  sheet: Sheet,
  column: number,
  count: number,
  before: number,
): void {
  checkCount(count);
  checkLine(column, sheet.maxColumns);
  checkLine(column + count - 1, sheet.maxColumns);
  checkLine(before, sheet.maxColumns + 1);
  if (before >= column && before <= column + count) return;
  shiftColumns(book, sheet, { axis: "columns", at: column, count, before });
}

function shiftColumns(book: Workbook, sheet: Sheet, shift: Shift): void {
  // Most rows of a tab have one and the same look.
  const shifted = new Map<RowLook, RowLook>();
  const shiftLook = (look: RowLook): RowLook => {
    const known =
      shifted.get(look) ??
      internLook(book, {
        formats: shiftList(look.formats, shift, ""),
        styles: shiftList(look.styles, shift, null),
        rules: shiftList(look.rules, shift, null),
      });
    shifted.set(look, known);
    return known;
  };
  for (const row of sheet.rows) {
    if (row === null) continue;
    row.cells = shiftList(row.cells, shift, "");
    row.look = shiftLook(row.look);
    row.formulas = shiftKeys(row.formulas, shift);
    row.notes = shiftKeys(row.notes, shift);
    touchRow(book, row);
  }
  sheet.columns = shiftList(sheet.columns, shift, { width: null, hidden: false }).map((one) => ({
    ...one,
  }));
  // What was put or moved between columns of a group joins it.
  if (shift.before !== undefined || shift.count > 0) {
    const { at, count, before } = shift;
    const first = before === undefined || before < at ? (before ?? at) : before - count;
    joinGroups(sheet.columns, first, count);
  }
  applyShift(book, sheet, shift);
}

function shiftList<T>(list: readonly T[], shift: Shift, empty: T): T[] {
  const { at, count, before } = shift;
  if (before !== undefined) {
    if (list.length < Math.min(at, before)) return [...list];
    const length = Math.max(list.length, before - 1, at + count - 1);
    const moved = Array.from({ length }, () => empty);
    for (let c = 0; c < length; c += 1)
      moved[(shiftLine(c + 1, shift) ?? 1) - 1] = list[c] ?? empty;
    return moved;
  }
  if (list.length < at) return [...list];
  const head = list.slice(0, at - 1);
  if (count < 0) return [...head, ...list.slice(at - 1 - count)];
  return [...head, ...Array.from({ length: count }, () => empty), ...list.slice(at - 1)];
}

function shiftKeys(map: Row["notes"], shift: Shift): Row["notes"] {
  if (map === null) return null;
  const shifted = new Map<number, string>();
  for (const [column, text] of map) {
    const line = shiftLine(column + 1, shift);
    if (line !== null) shifted.set(line - 1, text);
  }
  return shifted.size === 0 ? null : shifted;
}
