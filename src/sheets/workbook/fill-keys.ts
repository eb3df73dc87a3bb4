import type { Problem } from "../../engine/kernel/problem";
import type { Program, TableData } from "../../engine/program/program";
import type { Column } from "../../engine/tables/table";
import type { Book } from "./book";
import { type ChangedCells, changeCell } from "./changed-cells";
import { keyTextOf } from "./key-text";
import { readProgram, type TableSheets, takeRows } from "./load";
import { contentOf, isBlankRow } from "./match-rows";
import { keysAreAsExpected, readRows } from "./read-rows";
import { identityOf, keyColumn, type TableSheet } from "./table-sheet";
import { writeCells } from "./write-cells";

const ROUNDS = 5;
/** Separate pieces of blank keys that are written as such. */
const PIECES = 8;

export interface FilledProgram {
  readonly program: Program;
  readonly problems: readonly Problem[];
}

/**
 * Fills blank keys before anything else is done with their rows (SHEET-23): writes them into the blank
 * cells only, reads the table again, and sees by what the rows say that each key sits on its own row.
 * Returns the program as it then is. Where settings can't be read, nothing will be done, so nothing is written.
 */
export function fillKeys(book: Book, tables: TableSheets): FilledProgram {
  const problems: Problem[] = [];
  for (let round = 0; ; round++) {
    const program = readProgram(book, tables);
    const fresh = [...tables].filter(([name]) =>
      (program.tables[name] as TableData).rows.some(({ keyIsNew }) => keyIsNew),
    );
    const isRefused = program.settingProblems.length > 0;
    if (fresh.length === 0 || isRefused || round === ROUNDS) return { program, problems };
    for (const [name, table] of fresh) {
      if (keysAreAsExpected(table)) {
        problems.push(...placeKeys(book, table, program.tables[name] as TableData));
      } else takeRows(book, table, readRows(table));
    }
  }
}

function placeKeys(book: Book, table: TableSheet, { rows }: TableData): readonly Problem[] {
  const problems: Problem[] = [];
  const column = keyColumn(table);
  const content = personColumns(table);
  const owners = new Map<string, string[]>();
  const made = new Set<string>();
  let changed: ChangedCells = new Map();
  for (const { key, copy, keyIsNew } of rows) {
    const place = table.index.get(identityOf(key, copy)) as number;
    const says = contentOf(table.rows[place] ?? [], content);
    const keys = owners.get(says);
    if (keys) keys.push(key);
    else owners.set(says, [key]);
    if (!keyIsNew) continue;
    made.add(key);
    changeCell(table, changed, place, column, key);
  }
  for (let round = 0; round < ROUNDS && changed.size > 0; round++) {
    writeCells(table, changed, PIECES);
    SpreadsheetApp.flush();
    takeRows(book, table, readRows(table));
    const misplaced = misplacedKeys(table, content, owners, made);
    changed = misplaced.changed;
    problems.push(...misplaced.problems);
  }
  table.unverified.columns.clear();
  return problems;
}

/** The columns that tell rows apart while their keys are in doubt: all that a person fills. */
function personColumns({ table, columns }: TableSheet): readonly number[] {
  const all = Object.entries(table.columns) as [string, Column<unknown>][];
  return all.flatMap(([id, { filledBy }]) =>
    id === "key" || filledBy === "program" ? [] : (columns.byId.get(id) ?? []),
  );
}

/** Puts into memory, and returns, the keys that stand on rows that are not theirs. */
function misplacedKeys(
  table: TableSheet,
  content: readonly number[],
  owners: ReadonlyMap<string, readonly string[]>,
  made: ReadonlySet<string>,
): { readonly changed: ChangedCells; readonly problems: readonly Problem[] } {
  const column = keyColumn(table);
  const problems: Problem[] = [];
  const left = new Map([...owners].map(([says, keys]) => [says, [...keys]]));
  const doubtful: { readonly place: number; readonly says: string }[] = [];
  table.rows.forEach((row, place) => {
    if (isBlankRow(row)) return;
    const says = contentOf(row, content);
    const keys = left.get(says) ?? [];
    const at = keys.indexOf(keyTextOf(row[column] ?? ""));
    if (at >= 0) keys.splice(at, 1);
    else doubtful.push({ place, says });
  });
  const changed: ChangedCells = new Map();
  for (const { place, says } of doubtful) {
    const own = left.get(says)?.shift();
    const key = keyTextOf(table.rows[place]?.[column] ?? "");
    if (own !== undefined) changeCell(table, changed, place, column, own);
    else if (made.has(key)) {
      changeCell(table, changed, place, column, "");
      if (!isBlankRow(table.rows[place] ?? [])) problems.push(keyWrittenOver(table, key));
    }
  }
  return { changed, problems };
}

const keyWrittenOver = ({ table }: TableSheet, row: string): Problem => ({
  code: "CELL_CHANGED_MEANWHILE",
  at: { table: table.sheet, row, column: table.columns.key?.header ?? "Key" },
  message: `A row was put into ${table.sheet} while blank keys were being filled. If it had a key of its own, that was written over: type it again.`,
});
