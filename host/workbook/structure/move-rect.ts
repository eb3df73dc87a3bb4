import { ensureRow, touchRow } from "../base/create-workbook";
import type { Rect, Sheet, Workbook } from "../base/model";
import { lastColumnOf, lastRowOf } from "../base/rect";
import { readFormulas } from "../cells/read-looks";
import { clearRect } from "../cells/write-cells";
import { copyRect } from "./copy-rect";

/**
 * Moves a rectangle to the place whose top left cell is given, as cut and paste do: its formulas keep their references, and nothing
 * stays where it was. References of other cells to it do not follow.
 */
export function moveRect(
  book: Workbook,
  fromSheet: Sheet,
  rect: Rect,
  toSheet: Sheet,
  row: number,
  column: number,
): void {
  const formulas = readFormulas(fromSheet, rect);
  copyRect(book, fromSheet, rect, toSheet, row, column);
  const target = { ...rect, row, column };
  for (const [index, formula] of formulas.entries()) {
    if (formula === "") continue;
    const at = ensureRow(toSheet, row + Math.floor(index / rect.columns));
    at.formulas ??= new Map();
    at.formulas.set(column - 1 + (index % rect.columns), formula);
    touchRow(book, at);
  }
  const all = { contents: true, formats: true, notes: true, validations: true };
  const left = fromSheet === toSheet ? without(rect, target) : [rect];
  for (const part of left) clearRect(book, fromSheet, part, all);
}

/** A rectangle without what another covers of it: above, below, left, right. */
function without(rect: Rect, hole: Rect): readonly Rect[] {
  const [top, bottom] = [Math.max(rect.row, hole.row), Math.min(lastRowOf(rect), lastRowOf(hole))];
  const [left, right] = [
    Math.max(rect.column, hole.column),
    Math.min(lastColumnOf(rect), lastColumnOf(hole)),
  ];
  if (top > bottom || left > right) return [rect];
  const middle = { row: top, rows: bottom - top + 1 };
  return [
    { ...rect, rows: top - rect.row },
    { ...rect, row: bottom + 1, rows: lastRowOf(rect) - bottom },
    { ...middle, column: rect.column, columns: left - rect.column },
    { ...middle, column: right + 1, columns: lastColumnOf(rect) - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
