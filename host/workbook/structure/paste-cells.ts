import type { Rect, Row, Workbook } from "../base/model";
import { internLook } from "../base/row-look";

/** A copy of row `onto` in which the rectangle's columns are those of row `from`, looks and notes with them. */
export function pasteCells(
  book: Workbook,
  from: Row,
  onto: Row,
  { column, columns }: Pick<Rect, "column" | "columns">,
  changeFormula: (formula: string) => string,
): Row {
  const left = column - 1;
  const right = left + columns;
  const list = <T>(a: readonly T[], b: readonly T[], empty: T): T[] => {
    const length = Math.max(b.length, Math.min(a.length, right));
    return Array.from({ length }, (_, c) => (c >= left && c < right ? a[c] : b[c]) ?? empty);
  };
  return {
    ...onto,
    text: null,
    cells: list(from.cells, onto.cells, ""),
    look:
      from.look === onto.look
        ? onto.look
        : internLook(book, {
            formats: list(from.look.formats, onto.look.formats, ""),
            styles: list(from.look.styles, onto.look.styles, null),
            rules: list(from.look.rules, onto.look.rules, null),
          }),
    formulas: merge(from.formulas, onto.formulas, left, right, changeFormula),
    notes: merge(from.notes, onto.notes, left, right, (note) => note),
  };
}

function merge(
  from: Row["notes"],
  onto: Row["notes"],
  left: number,
  right: number,
  change: (text: string) => string,
): Row["notes"] {
  if (from === null && onto === null) return null;
  const merged = new Map<number, string>();
  const inside = (c: number) => c >= left && c < right;
  for (const [c, text] of onto ?? []) if (!inside(c)) merged.set(c, text);
  for (const [c, text] of from ?? []) if (inside(c)) merged.set(c, change(text));
  return merged.size === 0 ? null : merged;
}
