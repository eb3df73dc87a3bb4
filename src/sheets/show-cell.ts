import { DomainError } from "../engine/kernel/problem";
import { type TableName, tableNames, tableOf } from "../engine/tables";
import type { Raw } from "./codec/codec";
import { type Book, findTab, type Sheet } from "./workbook/book";
import { headerName } from "./workbook/columns";
import { keyTextOf } from "./workbook/key-text";

/** A cell as problems name it: the tab, the row's key, the column's header; the last two may be null. */
interface CellName {
  readonly table: string;
  readonly key: string | null;
  readonly column: string | null;
}

/**
 * Selects a cell for the person. Its row is found by key at this moment; if several rows have that key, the one with
 * a problem is taken. Without a column the row's key is selected, without a key the header. Reads the headers and one
 * or two columns, writes nothing. Throws CELL_NOT_FOUND if the tab, the row or the column is missing.
 */
export function showCell(book: Book, { table, key, column }: CellName): { readonly a1: string } {
  const name = tableNames.find((each) => each === table || tableOf(each).sheet === table);
  const sheet = name && findTab(book, tableOf(name).sheet);
  if (!name || !sheet) throw new DomainError("CELL_NOT_FOUND");
  const [headers = []] = sheet.getRange(1, 1, 1, Math.max(sheet.getLastColumn(), 1)).getValues();
  const placeOf = (header: string | undefined): number =>
    header === undefined
      ? -1
      : headers.findIndex((each: Raw) => headerName(each) === headerName(header));
  const keys = placeOf(headerOf(name, "key"));
  const place = column === null ? keys : placeOf(headerOf(name, column) ?? column);
  const row = key === null ? 1 : rowOf(sheet, key, keys, placeOf(headerOf(name, "problems")));
  if (place < 0 || row === undefined) throw new DomainError("CELL_NOT_FOUND");
  const cell = sheet.getRange(row, place + 1);
  sheet.activate();
  cell.activate();
  return { a1: cell.getA1Notation() };
}

/** The header of a column by its id; undefined where the table has no such column. */
const headerOf = (name: TableName, id: string): string | undefined =>
  (tableOf(name).columns as Readonly<Record<string, { readonly header: string }>>)[id]?.header;

function rowOf(sheet: Sheet, key: string, keys: number, problems: number): number | undefined {
  const last = sheet.getLastRow();
  if (keys < 0 || last < 2) return undefined;
  const cellsOf = (column: number): readonly string[] =>
    (sheet.getRange(2, column + 1, last - 1, 1).getValues() as Raw[][]).map(([cell]) =>
      keyTextOf(cell ?? ""),
    );
  const rows = cellsOf(keys).flatMap((each, at) => (each === keyTextOf(key) ? [at] : []));
  const marks = rows.length > 1 && problems >= 0 ? cellsOf(problems) : [];
  const found = rows.find((at) => (marks[at] ?? "") !== "") ?? rows[0];
  return found === undefined ? undefined : found + 2;
}
