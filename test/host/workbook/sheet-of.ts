import {
  type Cell,
  createWorkbook,
  type Rect,
  readBlock,
  readDisplay,
  type Sheet,
  type Workbook,
  type WorkbookOptions,
  writeBlock,
} from "../../../host/workbook";

export type Bench = { readonly book: Workbook; readonly sheet: Sheet };

/** 2026-03-04 12:00 UTC: the moment of these tests. */
export const now = Date.UTC(2026, 2, 4, 12);

/** A new workbook whose first sheet holds lines of cells, written as setValues does. */
export function sheetOf(lines: readonly (readonly Cell[])[], options: WorkbookOptions = {}): Bench {
  const book = createWorkbook({ now: () => now, ...options });
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("A new workbook has a sheet.");
  write({ book, sheet }, 1, lines);
  return { book, sheet };
}

/** Writes lines of cells at a row, from column A on. */
export function write({ book, sheet }: Bench, row: number, lines: readonly (readonly Cell[])[]) {
  const columns = Math.max(0, ...lines.map(({ length }) => length));
  if (columns === 0) return;
  const cells = lines.flatMap((line) => Array.from({ length: columns }, (_, c) => line[c] ?? ""));
  writeBlock(book, sheet, { row, column: 1, rows: lines.length, columns }, { cells, dates: [] });
}

/** The values of one row, from column A on. */
export function valuesOf({ book, sheet }: Bench, row: number, columns: number): Cell[] {
  return [...readBlock(book, sheet, { row, column: 1, rows: 1, columns }).cells];
}

/** The value of one cell. */
export function valueAt({ book, sheet }: Bench, row: number, column: number): Cell {
  return readBlock(book, sheet, cellAt(row, column)).cells[0] ?? "";
}

/** What one cell shows. */
export function shownAt({ book, sheet }: Bench, row: number, column: number): string {
  return readDisplay(book, sheet, cellAt(row, column))[0] ?? "";
}

/** The rectangle of one cell. */
export function cellAt(row: number, column: number): Rect {
  return { row, column, rows: 1, columns: 1 };
}
