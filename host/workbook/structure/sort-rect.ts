import { emptyRow, touchRow } from "../base/create-workbook";
import type { Cell, Rect, Row, Sheet, Workbook } from "../base/model";
import { checkRect } from "../base/rect";
import { internLook } from "../base/row-look";
import { recalculate } from "../formulas/recalculate";
import { moveFormula } from "../formulas/shift-formula";
import { pasteCells } from "./paste-cells";

/** A column to sort by, 1-based in the sheet. */
export type SortKey = { readonly column: number; readonly ascending: boolean };

/**
 * Sorts the rows of a rectangle as Range.sort does: numbers, then texts, then logical values, empty
 * cells always last; equal rows keep their order. Values, formulas, notes and formats move;
 * validations stay where they are.
 */
export function sortRect(book: Workbook, sheet: Sheet, rect: Rect, keys: readonly SortKey[]): void {
  checkRect(sheet, rect);
  recalculate(book);
  const compare = new Intl.Collator(book.locale.replace("_", "-"), { sensitivity: "accent" })
    .compare;
  const first = rect.row - 1;
  const rows = Array.from({ length: rect.rows }, (_, index) => sheet.rows[first + index] ?? null);
  const order = [...rows.keys()].sort((a, b) => {
    for (const { column, ascending } of keys) {
      const x = rows[a]?.cells[column - 1] ?? "";
      const y = rows[b]?.cells[column - 1] ?? "";
      const sign = compareCells(x, y, compare) * (ascending || x === "" || y === "" ? 1 : -1);
      if (sign !== 0) return sign;
    }
    return a - b;
  });
  const sorted = order.map((from, to) =>
    from === to
      ? (rows[from] ?? null)
      : placed(book, rect, rows[from] ?? null, rows[to] ?? null, to - from),
  );
  while (sheet.rows.length < first + rect.rows) sheet.rows.push(null);
  for (const [index, row] of sorted.entries()) sheet.rows[first + index] = row;
  book.version += 1;
}

/** Row `there` with the rectangle's cells of row `from`. */
function placed(
  book: Workbook,
  rect: Rect,
  from: Row | null,
  there: Row | null,
  distance: number,
): Row | null {
  if (from === null && there === null) return null;
  const row = pasteCells(book, from ?? emptyRow(), there ?? emptyRow(), rect, (formula) =>
    moveFormula(formula, distance, 0),
  );
  const rules = (there ?? emptyRow()).look.rules;
  if (row.look.rules !== rules) row.look = internLook(book, { ...row.look, rules });
  touchRow(book, row);
  return row;
}

function compareCells(x: Cell, y: Cell, compare: (a: string, b: string) => number): number {
  const rank = rankOf(x) - rankOf(y);
  if (rank !== 0) return rank;
  if (typeof x === "string" && typeof y === "string") return compare(x, y);
  return Number(x) - Number(y);
}

function rankOf(cell: Cell): number {
  if (cell === "") return 3;
  return typeof cell === "number" ? 0 : typeof cell === "string" ? 1 : 2;
}
