import type { Rect } from "../base/model";

/**
 * Lines inserted before `at` (count > 0), deleted from `at` on (count < 0), or, with `before`, moved from `at` on to before
 * that line; 1-based, counted before the change.
 */
export type Shift = {
  readonly axis: "rows" | "columns";
  readonly at: number;
  readonly count: number;
  readonly before?: number;
};

/** Where a line ends up; null if it is deleted. */
export function shiftLine(line: number, { at, count, before }: Shift): number | null {
  if (before !== undefined) return movedLine(line, at, count, before);
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
  const { at, count, before } = shift;
  if (before !== undefined) {
    // A span that does not stay in one piece keeps its place.
    const ends = [first, last].map((line) => movedLine(line, at, count, before)) as [
      number,
      number,
    ];
    return ends[1] - ends[0] === last - first ? ends : [first, last];
  }
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

function movedLine(line: number, at: number, count: number, before: number): number {
  const start = before > at ? before - count : before;
  if (line >= at && line < at + count) return line - at + start;
  if (line >= at + count && line < before) return line - count;
  return line >= before && line < at ? line + count : line;
}
