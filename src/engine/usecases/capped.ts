/** The first lines of a list, and how many more there are. */
export interface Capped<T> {
  readonly rows: readonly T[];
  readonly more: number;
}

const MOST_ROWS = 150;

/**
 * As many lines as fit into so many characters of JSON, 150 at most, however long keys and names are: a reply stays
 * under 100 kB.
 */
export function capped<R, T>(
  rows: readonly R[],
  characters: number,
  show: (row: R) => T,
): Capped<T> {
  const shown: T[] = [];
  let length = 0;
  for (const row of rows.slice(0, MOST_ROWS)) {
    const line = show(row);
    length += JSON.stringify(line).length + 1;
    if (length > characters) break;
    shown.push(line);
  }
  return { rows: shown, more: rows.length - shown.length };
}
