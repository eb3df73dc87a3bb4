type Rows = readonly Readonly<Record<string, unknown>>[];

/** What differs in a tab between two readings: cells, the rectangle of rows and columns they lie in, and new rows. */
export interface TabChange {
  readonly tab: string;
  readonly changed: number;
  /** 0-based among the rows that were there before. */
  readonly rows: readonly [first: number, last: number] | null;
  /** 0-based. */
  readonly columns: readonly [first: number, last: number] | null;
  readonly added: number;
  readonly width: number;
}

/** Compares a tab's rows before and after; rows that were there keep their places. */
export function changeOf(tab: string, before: Rows, after: Rows): TabChange {
  const headers = Object.keys(after[0] ?? before[0] ?? {});
  const rows: number[] = [];
  const columns: number[] = [];
  let changed = 0;
  before.forEach((row, i) => {
    headers.forEach((header, j) => {
      if (String(row[header]) === String(after[i]?.[header])) return;
      changed++;
      rows.push(i);
      columns.push(j);
    });
  });
  const added = after.slice(before.length);
  for (const row of added) changed += headers.filter((header) => row[header] !== "").length;
  return {
    tab,
    changed,
    rows: spanOf(rows),
    columns: spanOf(columns),
    added: added.length,
    width: headers.length,
  };
}

const spanOf = (places: readonly number[]): readonly [number, number] | null =>
  places.length === 0
    ? null
    : [places.reduce((a, b) => Math.min(a, b)), places.reduce((a, b) => Math.max(a, b))];

/** The cells of the rectangles in which changes lie, new rows at their full width. */
export const spanCells = ({ rows, columns, added, width }: TabChange): number =>
  (rows && columns ? (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1) : 0) + added * width;
