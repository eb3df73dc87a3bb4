import type { Problem } from "../../engine/kernel/problem";
import { once } from "../../engine/kernel/remembered";
import type { Program, TableData } from "../../engine/program/program";
import { readWhenAsked } from "../../engine/program/read-when-asked";
import type { ReadColumns } from "../../engine/program/reads";
import { type TableName, tableOf } from "../../engine/tables";
import { type Book, findTab } from "./book";
import { fillKeys } from "./fill-keys";
import { readProgram, type TableSheets, tableLoader, withSettings } from "./load";
import { readPart } from "./read-part";
import { columnSettler, readLayouts } from "./settle-columns";
import type { TableSheet } from "./table-sheet";

/** What a use case reads: tables, and of some of them only columns. */
export interface Reads {
  readonly reads: readonly TableName[];
  readonly columns?: ReadColumns;
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
export function readDeclared(book: Book, { reads, columns = {} }: Reads): Program {
  const load = tableLoader(book, reads, { onlyReads: true });
  const tables = new Map<TableName, TableSheet>([["settings", load("settings")]]);
  const part = partReader(book, columns);
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
export function openDeclared(
  book: Book,
  { reads, columns = {} }: Reads,
  isWhole: boolean,
): Declared {
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
  const part = partReader(book, columns);
  const later = (name: TableName) => part(name, tables) ?? open([name], name).tables;
  return { program: isWhole ? first : readWhenAsked(first, reads, later), tables, problems };
}

/**
 * Reads the declared columns of a tab; undefined where it has to be read whole: it was not declared so, its columns were moved,
 * or a key is blank or stands twice, and what else their rows say tells whose it is (SHEET-23, SHEET-24).
 */
function partReader(book: Book, columns: ReadColumns) {
  const layouts = once(readLayouts);
  return (name: TableName, known: TableSheets): Program["tables"] | undefined => {
    const ids = columns[name];
    const sheet = ids && findTab(book, tableOf(name).sheet);
    const layout = sheet && layouts()[name];
    const part = layout && readPart(book, tableOf(name), sheet, ids, layout);
    const settings = known.get("settings");
    if (!part || !settings) return undefined;
    const read = new Map<TableName, TableSheet>([["settings", settings]]).set(name, part);
    const { tables } = readProgram(book, read, name);
    const { rows } = tables[name] as TableData;
    return rows.every(({ said, copy }) => said !== "" && copy === 0) ? tables : undefined;
  };
}
