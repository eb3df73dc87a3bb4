import { takeWhileFits } from "./bytes";

/** The first lines of a list, and how many more there are. */
export interface Capped<T> {
  readonly rows: readonly T[];
  readonly more: number;
}

const MOST_ROWS = 150;

/** As many lines as fit into so many bytes of JSON, 150 at most, however long keys and names are. */
export function capped<R, T>(rows: readonly R[], bytes: number, show: (row: R) => T): Capped<T> {
  const shown = takeWhileFits(rows.slice(0, MOST_ROWS), bytes, show);
  return { rows: shown, more: rows.length - shown.length };
}
