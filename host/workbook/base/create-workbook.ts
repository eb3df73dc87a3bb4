import { randomUUID } from "node:crypto";
import type { Row, Sheet, Workbook } from "./model";
import { plainLook } from "./row-look";

export type WorkbookOptions = {
  readonly name?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly now?: () => number;
};

/** The grid of a new sheet (PLATFORM-47). */
export const newGrid = { rows: 1000, columns: 26 } as const;

/** A workbook without any sheet; `now` gives epoch milliseconds (the host's virtual clock). */
export function bareWorkbook(options: WorkbookOptions = {}): Workbook {
  return {
    id: randomUUID().replaceAll("-", ""),
    name: options.name ?? "Untitled spreadsheet",
    locale: options.locale ?? "en_US",
    timeZone: options.timeZone ?? "UTC",
    sheets: [],
    namedRanges: [],
    metadata: [],
    extras: {},
    looks: new Map(),
    version: 0,
    calculated: "",
    now: options.now ?? Date.now,
  };
}

/** A new workbook as Google makes it: one empty sheet, "Sheet1", of 1000 × 26 cells. */
export function createWorkbook(options: WorkbookOptions = {}): Workbook {
  const book = bareWorkbook(options);
  book.sheets.push(createSheet(0, "Sheet1"));
  return book;
}

/** An empty sheet that belongs to no workbook yet. */
export function createSheet(id: number, name: string, grid: Grid = newGrid): Sheet {
  return {
    id,
    name,
    hidden: false,
    tabColor: null,
    maxRows: grid.rows,
    maxColumns: grid.columns,
    rows: [],
    columns: [],
    frozenRows: 0,
    frozenColumns: 0,
    filter: null,
    protections: [],
    tables: [],
    conditionalFormats: [],
    charts: [],
  };
}

type Grid = { readonly rows: number; readonly columns: number };

/** A row without content. */
export function emptyRow(): Row {
  return {
    cells: [],
    look: plainLook,
    formulas: null,
    notes: null,
    hidden: false,
    filtered: false,
    text: null,
  };
}

/** The row at a 1-based place, created if it is missing. For writers: call `touchRow` afterwards. */
export function ensureRow(sheet: Sheet, row: number): Row {
  const known = sheet.rows[row - 1];
  if (known !== undefined && known !== null) return known;
  while (sheet.rows.length < row) sheet.rows.push(null);
  const made = emptyRow();
  sheet.rows[row - 1] = made;
  return made;
}

/** Marks a row as changed: its stored text is dropped. */
export function touchRow(book: Workbook, row: Row): void {
  row.text = null;
  book.version += 1;
}
