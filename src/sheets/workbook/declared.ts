import type { Problem } from "../../engine/kernel/problem";
import { once } from "../../engine/kernel/remembered";
import type { Program, TableData } from "../../engine/program/program";
import { readWhenAsked } from "../../engine/program/read-when-asked";
import type { ReadColumns, ReadLatest } from "../../engine/program/reads";
import { type TableName, tableOf } from "../../engine/tables";
import { type Book, findTab } from "./book";
import { fillKeys } from "./fill-keys";
import { readProgram, type TableSheets, tableLoader, withSettings } from "./load";
import { readPart } from "./read-part";
import { columnSettler, readLayouts } from "./settle-columns";
import type { TableSheet } from "./table-sheet";

/** What a use case reads: tables, and of some of them only columns, or only headers and last rows. */
export interface Reads {
  readonly reads: readonly TableName[];
  readonly columns?: ReadColumns;
  readonly latest?: ReadLatest;
}
/** What a use case that writes works on. */
export interface Declared {
  readonly program: Program;
  /** The tabs that were read whole so far. */
  readonly tables: TableSheets;
  /** What was found so far as blank keys were filled in. */
  readonly problems: readonly Problem[];
}

/** The program of declared tables for what only reads: a tab is read when its rows are first asked for. */
export function readDeclared(book: Book, declared: Reads): Program {
  const { reads } = declared;
  const load = tableLoader(book, reads, { onlyReads: true });
  const tables = new Map<TableName, TableSheet>([["settings", load("settings")]]);
  const part = partReader(book, declared, load);
  return readWhenAsked(readProgram(book, tables), reads, (name) => {
    const read = part(name, tables);
    if (read) return read;
    tables.set(name, load(name));
    return readProgram(book, tables, name).tables;
  });
}

/**
 * The same for what writes: the columns of each tab that is read are settled, and its blank keys filled in, before any row of
 * it is seen. With `isWhole` all are read at once. Throws HEADER_MISSING as a tab is read.
 */
export function openDeclared(book: Book, declared: Reads, isWhole: boolean): Declared {
  const { reads } = declared;
  const load = tableLoader(book, reads);
  const settle = columnSettler();
  const tables = new Map<TableName, TableSheet>();
  const problems: Problem[] = [];
  const open = (wanted: readonly TableName[], only?: TableName): Program => {
    const read = wanted.map((name) => [name, load(name)] as const);
    settle(read.map(([, table]) => table));
    for (const [name, table] of read) tables.set(name, table);
    const filled = fillKeys(book, tables, only);
    problems.push(...filled.problems);
    return filled.program;
  };
  const first = open(isWhole ? withSettings(reads) : ["settings"]);
  const part = partReader(book, declared, load);
  const later = (name: TableName) => part(name, tables) ?? open([name], name).tables;
  return { program: isWhole ? first : readWhenAsked(first, reads, later), tables, problems };
}

/**
 * Reads the declared columns of a tab, or its headers and last rows; undefined where it has to be read whole: it was not declared
 * so, its columns were moved, a key is blank or stands twice, and what else their rows say tells whose it is (SHEET-23, SHEET-24),
 * or some of its last rows say nothing of ours, as below what a team filled down.
 */
function partReader(
  book: Book,
  { columns = {}, latest = {} }: Reads,
  load: ReturnType<typeof tableLoader>,
) {
  const layouts = once(readLayouts);
  const readOf = (name: TableName, settings: TableSheet, part: TableSheet) => {
    const read = new Map<TableName, TableSheet>([["settings", settings]]).set(name, part);
    return readProgram(book, read, name).tables;
  };
  return (name: TableName, known: TableSheets): Program["tables"] | undefined => {
    const count = latest[name];
    const ids = columns[name];
    const settings = known.get("settings") as TableSheet;
    if (count !== undefined) {
      const last = load(name, count);
      const tables = readOf(name, settings, last);
      const isCut = last.rows.length === count;
      return isCut && (tables[name] as TableData).rows.length < count ? undefined : tables;
    }
    const sheet = ids && findTab(book, tableOf(name).sheet);
    const layout = sheet && layouts()[name];
    const part = layout && readPart(book, tableOf(name), sheet, ids, layout);
    if (!part) return undefined;
    const tables = readOf(name, settings, part);
    const { rows } = tables[name] as TableData;
    return rows.every(({ said, copy }) => said !== "" && copy === 0) ? tables : undefined;
  };
}
