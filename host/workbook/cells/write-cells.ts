import { ensureRow, touchRow } from "../base/create-workbook";
import type { Rect, Row, Sheet, Workbook } from "../base/model";
import { checkRect } from "../base/rect";
import { internLook } from "../base/row-look";
import { checkBlock } from "../coercion/check-block";
import { moveFormula } from "../formulas/shift-formula";
import { checkNotTyped } from "../refusals/typed-columns";

/**
 * Sets each cell's formula; a text without "=" gets one, "" clears the cell (setFormulas). One text for all is that of the
 * first cell: its references without $ move along in the others (setFormula).
 */
export function writeFormulas(
  book: Workbook,
  sheet: Sheet,
  rect: Rect,
  texts: string | readonly string[],
): void {
  checkRect(sheet, rect);
  checkBlock({ cells: typeof texts === "string" ? [texts] : texts });
  eachCell(book, sheet, rect, true, (row, column, index) => {
    const text = (typeof texts === "string" ? texts : texts[index]) ?? "";
    setCell(row, column);
    row.formulas ??= new Map();
    if (text === "") row.formulas.delete(column);
    else
      row.formulas.set(
        column,
        formulaAt(text, typeof texts === "string" ? rect.columns : 0, index),
      );
    if (row.formulas.size === 0) row.formulas = null;
  });
}

/** The formula of the cell at a place of a range of so many columns (0: every cell has a text of its own). */
function formulaAt(text: string, columns: number, index: number): string {
  const formula = text.startsWith("=") ? text : `=${text}`;
  return columns === 0
    ? formula
    : moveFormula(formula, Math.floor(index / columns), index % columns);
}

/** Sets each cell's note; null or "" removes it (setNotes). */
export function writeNotes(
  book: Workbook,
  sheet: Sheet,
  rect: Rect,
  notes: readonly (string | null)[],
): void {
  checkRect(sheet, rect);
  eachCell(book, sheet, rect, notes.some(Boolean), (row, column, index) => {
    const note = notes[index] ?? "";
    row.notes ??= new Map();
    if (note === "") row.notes.delete(column);
    else row.notes.set(column, note);
    if (row.notes.size === 0) row.notes = null;
  });
}

/** What `clearRect` removes. */
export type Clearing = {
  readonly contents?: boolean;
  readonly formats?: boolean;
  readonly notes?: boolean;
  readonly validations?: boolean;
};

/** Removes contents, formats (number formats and styles), notes or validations from a rectangle. */
export function clearRect(book: Workbook, sheet: Sheet, rect: Rect, what: Clearing): void {
  checkRect(sheet, rect);
  if (what.formats || what.validations) checkNotTyped(sheet, rect);
  eachCell(book, sheet, rect, false, (row, column) => {
    if (what.contents) {
      if (column < row.cells.length) row.cells[column] = "";
      row.formulas?.delete(column);
      if (row.formulas?.size === 0) row.formulas = null;
    }
    if (what.notes) {
      row.notes?.delete(column);
      if (row.notes?.size === 0) row.notes = null;
    }
  });
  if (!what.formats && !what.validations) return;
  for (const row of sheet.rows.slice(rect.row - 1, rect.row - 1 + rect.rows)) {
    if (row === null) continue;
    const left = <T>(list: readonly T[], empty: T, clear = false): readonly T[] =>
      clear ? list.map((value, c) => (isInside(rect, c) ? empty : value)) : list;
    row.look = internLook(book, {
      formats: left(row.look.formats, "", what.formats),
      styles: left(row.look.styles, null, what.formats),
      rules: left(row.look.rules, null, what.validations),
    });
  }
}

function isInside(rect: Rect, column: number): boolean {
  return column >= rect.column - 1 && column < rect.column - 1 + rect.columns;
}

function setCell(row: Row, column: number): void {
  while (row.cells.length <= column) row.cells.push("");
  row.cells[column] = "";
}

function eachCell(
  book: Workbook,
  sheet: Sheet,
  rect: Rect,
  makeRows: boolean,
  change: (row: Row, column: number, index: number) => void,
): void {
  for (let r = 0; r < rect.rows; r += 1) {
    const row = makeRows ? ensureRow(sheet, rect.row + r) : sheet.rows[rect.row - 1 + r];
    if (row === undefined || row === null) continue;
    for (let c = 0; c < rect.columns; c += 1)
      change(row, rect.column - 1 + c, r * rect.columns + c);
    touchRow(book, row);
  }
}
