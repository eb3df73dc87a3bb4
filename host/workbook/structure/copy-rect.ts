import { emptyRow, ensureRow, touchRow } from "../base/create-workbook";
import type { Rect, Row, Sheet, Workbook } from "../base/model";
import { checkRect } from "../base/rect";
import { recalculate } from "../formulas/recalculate";
import { moveFormula } from "../formulas/shift-formula";
import { checkNotTyped } from "../refusals/typed-columns";
import { pasteCells } from "./paste-cells";
import { copyRow } from "./sheets";

/** What copying includes: "values" replaces formulas by their results. */
export type CopyKind = "values" | "formats" | "all";

/** Copies a rectangle to the place whose top left cell is given, 1-based; relative references move along. */
export function copyRect(
  book: Workbook,
  fromSheet: Sheet,
  rect: Rect,
  toSheet: Sheet,
  row: number,
  column: number,
  kind: CopyKind = "all",
): void {
  checkRect(fromSheet, rect);
  recalculate(book);
  checkRect(toSheet, { ...rect, row, column });
  if (kind !== "values") checkNotTyped(toSheet, { ...rect, row, column });
  const rows = Array.from({ length: rect.rows }, (_, index) =>
    slice(fromSheet.rows[rect.row - 1 + index] ?? emptyRow(), rect, column - rect.column),
  );
  for (const [index, source] of rows.entries()) {
    const target = ensureRow(toSheet, row + index);
    const pasted = pasteCells(book, source, target, { column, columns: rect.columns }, (formula) =>
      moveFormula(formula, row - rect.row, column - rect.column),
    );
    if (kind !== "formats") Object.assign(target, { cells: pasted.cells });
    if (kind === "values") target.formulas = withoutColumns(target.formulas, column, rect.columns);
    if (kind === "all") Object.assign(target, { formulas: pasted.formulas, notes: pasted.notes });
    if (kind !== "values") target.look = pasted.look;
    touchRow(book, target);
  }
}

/** A copy of a row with everything moved by a number of columns. */
function slice(source: Row, rect: Rect, by: number): Row {
  const row = copyRow(source);
  const move = <T>(list: readonly T[], empty: T): T[] =>
    Array.from({ length: rect.column - 1 + rect.columns + by }, (_, c) => list[c - by] ?? empty);
  const keys = (map: Row["notes"]) =>
    map === null ? null : new Map([...map].map(([c, text]) => [c + by, text] as const));
  return {
    ...row,
    cells: move(row.cells, ""),
    look: {
      formats: move(row.look.formats, ""),
      styles: move(row.look.styles, null),
      rules: move(row.look.rules, null),
    },
    formulas: keys(row.formulas),
    notes: keys(row.notes),
  };
}

function withoutColumns(map: Row["formulas"], column: number, columns: number): Row["formulas"] {
  if (map === null) return null;
  const left = [...map].filter(([c]) => c < column - 1 || c >= column - 1 + columns);
  return left.length === 0 ? null : new Map(left);
}
