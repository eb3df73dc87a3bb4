import type { Cell } from "../../engine/kernel/fields";
import { exponentOf } from "../../engine/kernel/money";
import { DomainError } from "../../engine/kernel/problem";
import {
  createProgram,
  type Program,
  type RawTable,
  type TableData,
} from "../../engine/program/program";
import { type TableName, tableOf } from "../../engine/tables";
import { type Column, noExtra, type RawRow, type Table } from "../../engine/tables/table";
import { type Codec, type Raw, valuesOf } from "../codec/codec";
import { formatOf } from "../codec/formats";
import { type Book, findTab, type Sheet } from "./book";
import { findRenamedTab } from "./column-marks";
import { type Columns, findColumns } from "./columns";
import { CELLS_OF_A_TRIP } from "./rectangles";
import { explainMissing, onOtherTab } from "./settle-columns";
import { showPercents } from "./show-percents";
import { identityOf, type TableSheet } from "./table-sheet";

export type TableSheets = ReadonlyMap<TableName, TableSheet>;

/**
 * Reads each of the declared tables once and completely, and the settings too. Throws TABLE_MISSING or
 * HEADER_MISSING, naming what is missing, before anything is changed.
 */
export function loadTables(
  book: Book,
  names: readonly TableName[],
  options: { readonly onlyReads?: boolean } = {},
): TableSheets {
  const load = tableLoader(book, names, options);
  return new Map(withSettings(names).map((name) => [name, load(name)]));
}

/** These tables, and the settings too, each once. */
export const withSettings = (names: readonly TableName[]): readonly TableName[] => [
  ...new Set<TableName>(["settings", ...names]),
];

/**
 * Finds the tabs of the declared tables and of the settings, and reads a tab when it is asked for. What `onlyReads` does
 * without columns that an upgrade will add. Throws TABLE_MISSING at once, and HEADER_MISSING as it reads.
 */
export function tableLoader(
  book: Book,
  names: readonly TableName[],
  { onlyReads = false } = {},
): (name: TableName, latest?: number) => TableSheet {
  const sheets = new Map(withSettings(names).map((name) => [name, findSheet(book, tableOf(name))]));
  return (name, latest) =>
    readTableSheet(book, tableOf(name), sheets.get(name) as Sheet, { onlyReads, latest });
}

function findSheet(book: Book, table: Table): Sheet {
  const sheet = findTab(book, table.sheet);
  if (sheet) return sheet;
  const other = findRenamedTab(book.spreadsheet, table);
  throw new DomainError(
    "TABLE_MISSING",
    `The tab “${table.sheet}” is missing. Nothing was changed. ${
      other ? onOtherTab(other) : "Rename it back, or run “Set up this spreadsheet” to create it."
    }`,
  );
}

interface Reading {
  readonly onlyReads: boolean;
  /** How many of the last rows are read; all of them where it is left out. */
  readonly latest: number | undefined;
}

function readTableSheet(
  book: Book,
  table: Table,
  sheet: Sheet,
  { onlyReads, latest }: Reading,
): TableSheet {
  const cells = latest === undefined ? readAllCells(sheet) : readLatestCells(sheet, latest);
  const [headers = [], ...rows] = cells;
  const explain = (missing: readonly string[]) =>
    explainMissing(table, sheet, latest === undefined ? cells : readAllCells(sheet), missing);
  const columns = findColumns(table, headers, explain, onlyReads);
  showPercents(book, { table, sheet, columns }, rows);
  return {
    table,
    sheet,
    headers,
    columns,
    look: book.look,
    plain: book.keepsApostrophes ? plainColumns(book, table, columns) : new Set(),
    rows,
    raws: toRawRows(book.codec, table, columns, rows),
    index: new Map(),
    unverified: { columns: new Set(), inserted: new Set(), updated: new Set(), own: new Set() },
  };
}

/** The columns whose cells are of plain text. */
const plainColumns = ({ look }: Book, table: Table, { byId }: Columns): ReadonlySet<number> =>
  new Set(
    [...byId].flatMap(([id, column]) =>
      formatOf(table.columns[id] as Column<unknown>, look) === "@" ? [column] : [],
    ),
  );

/** The most times a tab is read again because rows were inserted while it was read. */
const MAX_READS = 3;

/** All cells of a tab. A row inserted between getting the range and reading it would hide the last one. */
function readAllCells(sheet: Sheet): Raw[][] {
  for (let reading = 1; ; reading++) {
    const rows = valuesOf(sheet.getDataRange());
    if (rows.length >= sheet.getLastRow() || reading === MAX_READS) return rows;
  }
}

/** The headers and the last rows of a tab; all of it where the rows above are not worth a round trip (PLATFORM-56a). */
function readLatestCells(sheet: Sheet, count: number): Raw[][] {
  const [last, width] = [sheet.getLastRow(), Math.max(sheet.getLastColumn(), 1)];
  const headers = () => valuesOf(sheet.getRange(1, 1, 1, width));
  if (count === 0) return headers();
  const above = last - 1 - count;
  if (above * width < CELLS_OF_A_TRIP) return readAllCells(sheet);
  return [...headers(), ...valuesOf(sheet.getRange(last - count + 1, 1, count, width))];
}

/** Replaces the memory of a table by rows that were read again. */
export function replaceRows(book: Book, table: TableSheet, rows: Raw[][]): void {
  showPercents(book, table, rows);
  table.rows = rows;
  table.raws = toRawRows(book.codec, table.table, table.columns, rows);
}

export function toRawRows(
  codec: Codec,
  table: Table,
  columns: Columns,
  rows: readonly (readonly Raw[])[],
): RawRow[] {
  const cellsOf = cellReader(
    codec,
    Object.keys(table.columns).map((id) => [id, columns.byId.get(id) ?? -1] as const),
  );
  const extraOf = columns.own.length === 0 ? () => noExtra : cellReader(codec, columns.own);
  return rows.map((row) => ({ cells: cellsOf(row), extra: extraOf(row) }));
}

/** Reads some cells of rows by name. A copy of a blank row takes a fraction of the time that setting each cell does. */
function cellReader(
  { toCell }: Codec,
  places: readonly (readonly [name: string, column: number])[],
): (row: readonly Raw[]) => Record<string, Cell> {
  const blank: Readonly<Record<string, Cell>> = Object.fromEntries(
    places.map(([name]) => [name, ""]),
  );
  return (row) => {
    const cells = { ...blank };
    for (const [name, column] of places) {
      const raw = row[column] ?? "";
      if (raw !== "") cells[name] = toCell(raw);
    }
    return cells;
  };
}

/**
 * Reads the program from these tables, which must include the settings, and sets each table's index of its rows. With `only`,
 * reads that table and the settings; the others have been read before.
 */
export function readProgram(book: Book, tables: TableSheets, only?: TableName): Program {
  const raws: Record<string, RawTable> = {};
  for (const [name, { table, raws: rows, columns }] of tables) {
    if (only && name !== only && name !== "settings") continue;
    raws[name] = {
      rows,
      ownHeaders: columns.own.map(([header]) => header),
      absent: Object.keys(table.columns).filter((id) => !columns.byId.has(id)),
      table,
    };
  }
  const program = createProgram(raws, book.decimalMark, book.million, book.zones(""));
  book.look.digits = exponentOf(program.settings.programCurrency);
  for (const [name, table] of tables) {
    if (only && name !== only) continue;
    const places = new Map(table.raws.map((raw, index) => [raw, index]));
    const { rows } = program.tables[name] as TableData;
    table.index = new Map(
      rows.map(({ key, copy, raw }) => [identityOf(key, copy), places.get(raw) as number]),
    );
  }
  return program;
}
