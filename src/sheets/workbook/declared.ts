import type { Problem } from "../../engine/kernel/problem";
import type { Program } from "../../engine/program/program";
import { readWhenAsked } from "../../engine/program/read-when-asked";
import type { TableName } from "../../engine/tables";
import type { Book } from "./book";
import { fillKeys } from "./fill-keys";
import { readProgram, type TableSheets, tableLoader, withSettings } from "./load";
import { columnSettler } from "./settle-columns";
import type { TableSheet } from "./table-sheet";

/** What a use case that writes works on. */
export interface Declared {
  readonly program: Program;
  /** The tabs that were read so far. */
  readonly tables: TableSheets;
  /** What was found so far as blank keys were filled in. */
  readonly problems: readonly Problem[];
}

/** The program of declared tables for what only reads: a tab is read when its rows are first asked for. */
export function readDeclared(book: Book, names: readonly TableName[]): Program {
  const load = tableLoader(book, names, { onlyReads: true });
  const tables = new Map<TableName, TableSheet>([["settings", load("settings")]]);
  return readWhenAsked(readProgram(book, tables), names, (name) => {
    tables.set(name, load(name));
    return readProgram(book, tables, name).tables;
  });
}

/**
 * The same for what writes: the columns of each tab that is read are settled, and its blank keys filled in, before any row of
 * it is seen. With `isWhole` all are read at once. Throws HEADER_MISSING as a tab is read.
 */
export function openDeclared(book: Book, names: readonly TableName[], isWhole: boolean): Declared {
  const load = tableLoader(book, names);
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
  const first = open(isWhole ? withSettings(names) : ["settings"]);
  const later = (name: TableName) => open([name], name).tables;
  return { program: isWhole ? first : readWhenAsked(first, names, later), tables, problems };
}
