import type { Cell, Rect, Sheet, Workbook } from "../base/model";
import { lastColumn, lastRow, readBlock } from "../cells/read-block";

/** A row by its headers, values as getValues gives them: a Date for dates, "" for empty. */
export type SheetRecord = Readonly<Record<string, Cell | Date>>;

/** What a person types or pastes; null leaves the cell empty. */
export type Typed = Cell | Date | null;

/**
 * The rows below the header row as objects by header; a repeated header counts once, columns without a header not at
 * all.
 */
export function sheetRecords(book: Workbook, sheet: Sheet): SheetRecord[] {
  const columns = headerColumns(book, sheet);
  const rect = dataRect(sheet);
  if (rect === null) return [];
  const { cells, dates } = readBlock(book, sheet, rect);
  const isDate = new Set(dates);
  return Array.from({ length: rect.rows }, (_, index) => {
    const record: Record<string, Cell | Date> = {};
    for (const [header, column] of columns) {
      const at = index * rect.columns + column - 1;
      const cell = cells[at] ?? "";
      record[header] = isDate.has(at) ? new Date(Number(cell)) : cell;
    }
    return record;
  });
}

/** The 1-based column of each header in row 1. */
export function headerColumns(book: Workbook, sheet: Sheet): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const width = lastColumn(sheet);
  if (width === 0) return columns;
  const { cells } = readBlock(book, sheet, { row: 1, column: 1, rows: 1, columns: width });
  for (const [index, cell] of cells.entries()) {
    const header = String(cell);
    if (header !== "" && !columns.has(header)) columns.set(header, index + 1);
  }
  return columns;
}

/** Everything below the header row, null when there is nothing. */
export function dataRect(sheet: Sheet): Rect | null {
  const rows = lastRow(sheet) - 1;
  return rows < 1 ? null : { row: 2, column: 1, rows, columns: Math.max(1, lastColumn(sheet)) };
}

/** The column of a header; throws when the sheet has none of that name. */
export function columnOf(book: Workbook, sheet: Sheet, header: string): number {
  const column = headerColumns(book, sheet).get(header);
  if (column === undefined) throw new Error(`The sheet ${sheet.name} has no header "${header}".`);
  return column;
}
