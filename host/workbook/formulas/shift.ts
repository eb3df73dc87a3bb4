import type { Rect } from "../base/model";

/** Lines inserted before `at` (count > 0) or deleted from `at` on (count < 0); 1-based. */
export type Shift = {
  readonly axis: "rows" | "columns";
  readonly at: number;
  readonly count: number;
};

/** Where a line ends up; null if it is deleted. */
export function shiftLine(line: number, { at, count }: Shift): number | null {
  if (line < at) return line;
  if (count >= 0) return line + count;
  return line < at - count ? null : line + count;
}

/**
 * The span of lines first..last after the shift: it grows and shrinks with what is inside; null if all of it is
 * deleted.
 */
export function shiftSpan(
  first: number,
  last: number,
  shift: Shift,
): readonly [number, number] | null {
  const { at, count } = shift;
  if (count >= 0) return [shiftLine(first, shift) ?? first, shiftLine(last, shift) ?? last];
  const start = shiftLine(first, shift) ?? at;
  const end = shiftLine(last, shift) ?? at - 1;
  return end < start ? null : [start, end];
}

/** A rectangle after the shift; null if all of it is deleted. */
export function shiftRect(rect: Rect, shift: Shift): Rect | null {
  const byRow = shift.axis === "rows";
  const [start, length] = byRow ? [rect.row, rect.rows] : [rect.column, rect.columns];
  const span = shiftSpan(start, start + length - 1, shift);
  if (span === null) return null;
  const [first, last] = span;
  return byRow
    ? { ...rect, row: first, rows: last - first + 1 }
    : { ...rect, column: first, columns: last - first + 1 };
}
