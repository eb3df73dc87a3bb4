import { ensureRow, touchRow } from "../base/create-workbook";
import type { BlockToWrite, Rect, Row, Sheet, Workbook, Writer } from "../base/model";
import { checkRect } from "../base/rect";
import { plainLook } from "../base/row-look";
import { checkBlock } from "../coercion/check-block";
import { checkRules } from "../coercion/check-rules";
import { coerceRow, type RowChange } from "../coercion/coerce-row";
import { checkTypes, growTables } from "../refusals/typed-columns";

/**
 * Writes a rectangle as setValues does, or as a person types: texts are coerced by locale (PLATFORM-35, PLATFORM-36,
 * PLATFORM-37). Nothing is written if it throws, because of over 50,000 characters in a cell or a rejecting
 * validation.
 */
export function writeBlock(
  book: Workbook,
  sheet: Sheet,
  rect: Rect,
  block: BlockToWrite,
  by: Writer = "script",
): void {
  checkRect(sheet, rect);
  checkBlock(block);
  const changes: RowChange[] = [];
  const coerce = coerceRow(book, rect, block, by);
  for (let index = 0; index < rect.rows; index += 1) {
    const look = sheet.rows[rect.row - 1 + index]?.look ?? plainLook;
    changes.push(coerce(index, look));
  }
  if (by !== "paste") {
    checkRules(book, sheet, rect, changes);
    checkTypes(sheet, rect, changes);
  }
  for (const [index, change] of changes.entries()) {
    if (change.isEmpty && isMissing(sheet, rect.row + index)) continue;
    const row = ensureRow(sheet, rect.row + index);
    putCells(row, rect.column - 1, change);
    touchRow(book, row);
  }
  growTables(sheet, rect);
}

function isMissing(sheet: Sheet, row: number): boolean {
  return (sheet.rows[row - 1] ?? null) === null;
}

function putCells(row: Row, left: number, change: RowChange): void {
  if (left === 0 && change.cells.length >= row.cells.length) row.cells = change.cells;
  else {
    while (row.cells.length < left) row.cells.push("");
    for (let c = 0; c < change.cells.length; c += 1) row.cells[left + c] = change.cells[c] ?? "";
  }
  row.look = change.look;
  if (row.formulas !== null) {
    for (let c = 0; c < change.cells.length; c += 1) row.formulas.delete(left + c);
    if (row.formulas.size === 0) row.formulas = null;
  }
  if (change.formulas === null) return;
  row.formulas ??= new Map();
  for (const [column, formula] of change.formulas) row.formulas.set(column, formula);
}
