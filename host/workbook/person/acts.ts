import type { Cell, Sheet, Workbook, Writer } from "../base/model";
import { lastColumn, lastRow } from "../cells/read-block";
import { writeBlock } from "../cells/write-block";
import { sortRect } from "../filter/filter";
import { moveColumns } from "../structure/columns";
import { deleteRows, insertRows } from "../structure/rows";
import { growTo } from "../structure/sheets";
import { findRow, type RowMatch } from "./find-row";
import { columnOf, dataRect, headerColumns, type Typed } from "./records";

/** A row to paste or type, by header. */
export type TypedRow = Readonly<Record<string, Typed>>;

/** Pastes rows below the last one, by header. Texts are coerced as typed; validations do not stop a paste. */
export function personAppend(book: Workbook, sheet: Sheet, rows: readonly TypedRow[]): void {
  const columns = headerColumns(book, sheet);
  const width = lastColumn(sheet);
  const start = lastRow(sheet) + 1;
  if (rows.length === 0) return;
  growTo(book, sheet, start + rows.length - 1, width);
  const cells: Cell[] = Array.from({ length: rows.length * width }, () => "");
  const dates: number[] = [];
  for (const [index, row] of rows.entries())
    for (const [header, value] of Object.entries(row)) {
      const column = columns.get(header);
      if (column === undefined) throw noHeader(sheet, header);
      const at = index * width + column - 1;
      cells[at] = plain(value);
      if (value instanceof Date) dates.push(at);
    }
  const rect = { row: start, column: 1, rows: rows.length, columns: width };
  writeBlock(book, sheet, rect, { cells, dates: dates.sort((a, b) => a - b) }, "paste");
}

/** Adds a column of the team's own, to the right of all others. */
export function personAddColumn(book: Workbook, sheet: Sheet, header: string): void {
  if (headerColumns(book, sheet).has(header)) return;
  const column = lastColumn(sheet) + 1;
  growTo(book, sheet, 1, column);
  const rect = { row: 1, column, rows: 1, columns: 1 };
  writeBlock(book, sheet, rect, { cells: [header], dates: [] }, "person");
}

/** Drags the column of a header to before another header's, or to the end of the sheet. */
export function personMoveColumn(
  book: Workbook,
  sheet: Sheet,
  header: string,
  before: string | null,
): void {
  const to = before === null ? sheet.maxColumns + 1 : columnOf(book, sheet, before);
  moveColumns(book, sheet, columnOf(book, sheet, header), 1, to);
}

/** Types another header over one in row 1. */
export function personRenameColumn(book: Workbook, sheet: Sheet, from: string, to: string): void {
  const rect = { row: 1, column: columnOf(book, sheet, from), rows: 1, columns: 1 };
  writeBlock(book, sheet, rect, { cells: [to], dates: [] }, "person");
}

/** Types a value into the cell under a header of the one row that matches. */
export function personType(
  book: Workbook,
  sheet: Sheet,
  match: RowMatch,
  header: string,
  value: Typed,
): void {
  typeCell(book, sheet, findRow(book, sheet, match), header, value, "person");
}

/** Inserts an empty row so that it is the `at`-th below the header row (0-based), and fills it when values are given. */
export function personInsertRow(book: Workbook, sheet: Sheet, at: number, row?: TypedRow): void {
  insertRows(book, sheet, at + 2, 1);
  for (const [header, value] of Object.entries(row ?? {}))
    typeCell(book, sheet, at + 2, header, value, "paste");
}

/** Deletes the one row that matches. */
export function personDeleteRow(book: Workbook, sheet: Sheet, match: RowMatch): void {
  deleteRows(book, sheet, findRow(book, sheet, match), 1);
}

/** Sorts all rows below the header row by one column. */
export function personSort(book: Workbook, sheet: Sheet, header: string, descending = false): void {
  const column = columnOf(book, sheet, header);
  const rect = dataRect(sheet);
  if (rect !== null) sortRect(book, sheet, rect, [{ column, ascending: !descending }]);
}

function typeCell(
  book: Workbook,
  sheet: Sheet,
  row: number,
  header: string,
  value: Typed,
  by: Writer,
): void {
  const rect = { row, column: columnOf(book, sheet, header), rows: 1, columns: 1 };
  const block = { cells: [plain(value)], dates: value instanceof Date ? [0] : [] };
  writeBlock(book, sheet, rect, block, by);
}

function plain(value: Typed): Cell {
  return value instanceof Date ? value.getTime() : (value ?? "");
}

function noHeader(sheet: Sheet, header: string): Error {
  return new Error(`The sheet ${sheet.name} has no header "${header}".`);
}
