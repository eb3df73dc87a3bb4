import type { Row, Sheet, Workbook } from "../../workbook";

type Runs = {
  readonly version: number;
  readonly hidden: readonly number[];
  readonly filtered: readonly number[];
};

const known = new WeakMap<Sheet, Runs>();

/** First and last (0-based) of each run of rows that a person or a script, and that the filter has hidden. */
export function hiddenRows(book: Workbook, sheet: Sheet): Omit<Runs, "version"> {
  const before = known.get(sheet);
  if (before?.version === book.version) return before;
  const runs = {
    version: book.version,
    hidden: runsOf(sheet.rows, ({ hidden }) => hidden),
    filtered: runsOf(sheet.rows, ({ filtered }) => filtered),
  };
  known.set(sheet, runs);
  return runs;
}

function runsOf(rows: readonly (Row | null)[], isIn: (row: Row) => boolean): readonly number[] {
  const runs: number[] = [];
  for (let r = 0; r < rows.length; r += 1) {
    const row = rows[r];
    if (!row || !isIn(row)) continue;
    if (runs[runs.length - 1] === r - 1) runs[runs.length - 1] = r;
    else runs.push(r, r);
  }
  return runs;
}
