import type { Rect } from "../../workbook";

/** Cells of a column, one below the other, that share a value, as one rectangle. */
export type Run<T> = { readonly rect: Rect; readonly value: T };

/** Collects cell values into runs down each column; null is left out. `at` takes 0-based places. */
export function columnRuns<T>(
  rows: number,
  columns: number,
  at: (row: number, column: number) => T | null,
): Run<T>[] {
  const runs: Run<T>[] = [];
  for (let c = 0; c < columns; c += 1) {
    let start = 0;
    let current: T | null = null;
    for (let r = 0; r <= rows; r += 1) {
      const value = r < rows ? at(r, c) : null;
      if (value === current) continue;
      if (current !== null)
        runs.push({
          rect: { row: start + 1, column: c + 1, rows: r - start, columns: 1 },
          value: current,
        });
      start = r;
      current = value;
    }
  }
  return runs;
}
