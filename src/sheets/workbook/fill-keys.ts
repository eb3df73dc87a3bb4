import type { Problem } from "../../engine/kernel/problem";
import { refusedProblems } from "../../engine/program/aside";
import { createProgramTable, type Program, type TableData } from "../../engine/program/program";
import { stoppingProblems } from "../../engine/program/refuse-settings";
import type { TableName } from "../../engine/tables";
import type { Raw } from "../codec/codec";
import type { Book } from "./book";
import { type ChangedCells, changeCell } from "./changed-cells";
import { keyTextOf } from "./key-text";
import { readProgram, replaceRows, type TableSheets } from "./load";
import { contentOf, isBlankRow } from "./match-rows";
import { keysAreAsExpected, readRows } from "./read-rows";
import { refusalOf } from "./refusal";
import { columnsBy, identityOf, keyColumn, sheetRow, type TableSheet } from "./table-sheet";
import { writeColumn } from "./write-carefully";
import { writeCells } from "./write-cells";

const ROUNDS = 5;

export interface FilledProgram {
  readonly program: Program;
  readonly problems: readonly Problem[];
}

/**
 * Fills in blank keys before anything else is done with their rows (SHEET-23): writes them into the blank cells only,
 * reads the table again, and checks by the rows' contents that each key is on its own row. Returns the program as it
 * is then. If settings can't be read, nothing will be done, so nothing is written. With `only`, in one table.
 */
export function fillKeys(book: Book, tables: TableSheets, only?: TableName): FilledProgram {
  const problems: Problem[] = [];
  for (let round = 0; ; round++) {
    const program = readProgram(book, tables, only);
    const withNewKeys = [...tables].filter(
      ([name]) =>
        (only ?? name) === name &&
        (program.tables[name] as TableData).rows.some(({ keyIsNew }) => keyIsNew),
    );
    const isRefused = stoppingProblems(program).length > 0;
    if (withNewKeys.length === 0 || isRefused) return { program, problems };
    if (round === ROUNDS || problems.some(({ code }) => code === "WRITE_REFUSED")) {
      return { program: withoutNewKeys(program), problems };
    }
    for (const [name, table] of withNewKeys) {
      if (keysAreAsExpected(table)) {
        problems.push(...placeKeys(book, table, program.tables[name] as TableData));
      } else replaceRows(book, table, readRows(table));
    }
  }
}

/** Rows whose key could not be written wait: nothing can be written to them, nor can they be known again. */
function withoutNewKeys(program: Program): Program {
  const tables = Object.entries(program.tables as Record<string, TableData>).map(([name, data]) => {
    const rows = data.rows.filter(({ keyIsNew }) => !keyIsNew);
    return [name, rows.length === data.rows.length ? data : createProgramTable(rows, data)];
  });
  return { ...program, tables: Object.fromEntries(tables) };
}

function placeKeys(book: Book, table: TableSheet, { rows }: TableData): readonly Problem[] {
  const problems: Problem[] = [];
  const column = keyColumn(table);
  const contentColumns = personColumns(table);
  const keysByContent = new Map<string, string[]>();
  const newKeys = new Set<string>();
  let changed: ChangedCells = new Map();
  for (const { key, copy, keyIsNew } of rows) {
    const place = table.index.get(identityOf(key, copy)) as number;
    const contents = contentOf(table.rows[place] ?? [], contentColumns);
    const said = keyIsNew ? key : keyTextOf(table.rows[place]?.[column] ?? "");
    const keys = keysByContent.get(contents);
    if (keys) keys.push(said);
    else keysByContent.set(contents, [said]);
    if (!keyIsNew) continue;
    newKeys.add(key);
    changeCell(table, changed, place, column, key);
  }
  for (let round = 0; round < ROUNDS && changed.size > 0; round++) {
    const refused = writeKeys(book, table, changed);
    if (refused.length > 0) return [...problems, ...refused];
    replaceRows(book, table, readRows(table));
    const misplaced = misplacedKeys(table, contentColumns, keysByContent, newKeys);
    changed = misplaced.changed;
    problems.push(...misplaced.problems);
  }
  table.unverified.columns.clear();
  return problems;
}

/** Writes keys; where Google refuses that, in pieces, and says which it refuses. */
function writeKeys(book: Book, table: TableSheet, changed: ChangedCells): readonly Problem[] {
  const column = keyColumn(table);
  const places = [...(changed.get(column) ?? [])];
  const keys = new Map(places.map((place) => [place, table.rows[place]?.[column] ?? ""]));
  if (refusalOf(() => writeCells(table, changed)) === undefined) return [];
  replaceRows(book, table, readRows(table));
  const before = table.rows.map((row) => [...row]);
  for (const [place, key] of keys) (table.rows[place] as Raw[])[column] = key;
  return refusedProblems(
    [...writeColumn(table, column, places, before)].map(([place, reason]) => ({
      effect: {
        kind: "update",
        table: table.table.name as TableName,
        key: `in line ${sheetRow(place)}`,
        copy: 0,
        cells: { key: { from: "", to: String(keys.get(place)) } },
      },
      column: "key",
      reason,
    })),
  );
}

/** The columns that distinguish rows while their keys are uncertain: all that a person fills in. */
const personColumns = (table: TableSheet): readonly number[] =>
  columnsBy(table, (filledBy) => filledBy !== "program");

/** Corrects in memory the keys that are on the wrong rows, and returns the changes. */
function misplacedKeys(
  table: TableSheet,
  contentColumns: readonly number[],
  keysByContent: ReadonlyMap<string, readonly string[]>,
  newKeys: ReadonlySet<string>,
): { readonly changed: ChangedCells; readonly problems: readonly Problem[] } {
  const column = keyColumn(table);
  const problems: Problem[] = [];
  const remaining = new Map([...keysByContent].map(([contents, keys]) => [contents, [...keys]]));
  const unmatched: { readonly place: number; readonly contents: string }[] = [];
  table.rows.forEach((row, place) => {
    if (isBlankRow(row)) return;
    const contents = contentOf(row, contentColumns);
    const keys = remaining.get(contents) ?? [];
    const at = keys.indexOf(keyTextOf(row[column] ?? ""));
    if (at >= 0) keys.splice(at, 1);
    else unmatched.push({ place, contents });
  });
  const changed: ChangedCells = new Map();
  for (const { place, contents } of unmatched) {
    const rightKey = remaining.get(contents)?.shift();
    const key = keyTextOf(table.rows[place]?.[column] ?? "");
    if (rightKey !== undefined) changeCell(table, changed, place, column, rightKey);
    else if (newKeys.has(key)) {
      changeCell(table, changed, place, column, "");
      if (!isBlankRow(table.rows[place] ?? [])) problems.push(keyOverwritten(table, key));
    }
  }
  return { changed, problems };
}

const keyOverwritten = ({ table }: TableSheet, row: string): Problem => ({
  code: "CELL_CHANGED_MEANWHILE",
  at: { table: table.sheet, row, column: table.columns.key?.header ?? "Key" },
  message: `A row was added to ${table.sheet} while blank keys were being filled in. If it had its own key, that key was overwritten: type it again.`,
});
