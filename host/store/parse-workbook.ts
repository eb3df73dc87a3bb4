import {
  bareWorkbook,
  createSheet,
  internLook,
  plainLook,
  type Row,
  type RowLook,
  type Workbook,
  type WorkbookOptions,
} from "../workbook";
import { faultIn } from "./check-stored";
import { type StoredRow, type StoredWorkbook, storedFormat } from "./stored-workbook";

/** The workbook in a file's text; throws a sentence naming `file` if it is not a workbook, or a newer one. */
export function parseWorkbook(text: string, file: string, options: WorkbookOptions): Workbook {
  const stored = read(text, file);
  const { id, name, locale, timeZone } = stored;
  const book = { ...bareWorkbook(options), id, name, locale, timeZone };
  book.namedRanges = [...stored.namedRanges];
  book.metadata = [...stored.metadata];
  book.extras = { ...stored.extras };
  const looks = new Map<number, RowLook>();
  const lookOf = (index: number): RowLook => {
    const known = looks.get(index);
    if (known !== undefined) return known;
    const look = stored.looks[index];
    if (look === undefined) throw new Error(`${file} is damaged: there is no look ${index}.`);
    const interned = internLook(book, look);
    looks.set(index, interned);
    return interned;
  };
  book.sheets = stored.sheets.map(({ rows, ...sheet }) => ({
    ...createSheet(sheet.id, sheet.name),
    ...sheet,
    columns: [...sheet.columns],
    protections: [...sheet.protections],
    tables: [...(sheet.tables ?? [])],
    conditionalFormats: [...sheet.conditionalFormats],
    charts: [...sheet.charts],
    rows: rows.map((row) => (row === null ? null : rowOf(row, lookOf))),
  }));
  return book;
}

function read(text: string, file: string): StoredWorkbook {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not a workbook file: it is no valid JSON.`, { cause });
  }
  const { format, version } = Object(parsed) as Partial<StoredWorkbook>;
  if (format !== storedFormat.name)
    throw new Error(`${file} is not a workbook file: it was not written by the local host.`);
  if (typeof version !== "number" || version > storedFormat.version)
    throw new Error(`${file} was written by a newer version of the local host (${version}).`);
  const fault = faultIn(parsed);
  if (fault !== null) throw new Error(`${file} is damaged: its ${fault} can't be read.`);
  return parsed as StoredWorkbook;
}

function rowOf(stored: StoredRow, lookOf: (index: number) => RowLook): Row {
  return {
    cells: stored.cells === undefined ? [] : (stored.cells as Row["cells"]),
    look: stored.look === undefined ? plainLook : lookOf(stored.look),
    formulas: mapOf(stored.formulas),
    notes: mapOf(stored.notes),
    hidden: stored.hidden === true,
    filtered: stored.filtered === true,
    text: null,
  };
}

function mapOf(record: Readonly<Record<string, string>> | undefined): Map<number, string> | null {
  if (record === undefined) return null;
  return new Map(Object.entries(record).map(([column, text]) => [Number(column), text]));
}
