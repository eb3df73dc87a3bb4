import type { Problem } from "../../engine/kernel/problem";
import type { Raw } from "../codec/codec";
import { appendRows } from "./append-rows";
import type { Book } from "./book";
import { type ChangedCells, changeCell, markCell } from "./changed-cells";
import { replaceRows } from "./load";
import { contentOf, isBlankRow, matchRows } from "./match-rows";
import { readRows } from "./read-rows";
import { restoreRows } from "./restore-rows";
import { keyColumn, type TableSheet } from "./table-sheet";
import { filledColumns, systemColumns, writeCells } from "./write-cells";

export interface Repaired {
  /** Something was written, so the keys must be read again. */
  readonly wrote: boolean;
  readonly problems: readonly Problem[];
  /** For each row, its index in memory before; -1 if it was not there. */
  readonly matched: readonly number[];
}

/**
 * Called when rows have moved: reads the table again, gives every row its own values in the columns written since the
 * last verification, clears values of other rows, and restores what an append has overwritten. Memory then equals the
 * sheet.
 */
export function repairRows(book: Book, table: TableSheet): Repaired {
  const memory = table.rows;
  const written = [...table.unverified.columns];
  const straysOf = strayCells(table, memory, written);
  const fresh = readRows(table);
  const stable = contentColumns(table, new Set(written));
  const matched = [...matchRows(memory, fresh, keyColumn(table), stable)];
  const { lost, appended, problems, overwritten } = restoreRows(table, memory, matched);
  replaceRows(book, table, fresh);
  reindex(table, matched, lost);
  const changed: ChangedCells = new Map();
  const correct = (place: number, column: number, value: Raw) =>
    changeCell(table, changed, place, column, value);
  for (const [place, from] of overwritten) {
    for (const column of filledColumns(table)) correct(place, column, memory[from]?.[column] ?? "");
  }
  matched.forEach((from, place) => {
    const row = fresh[place] as Raw[];
    if (from >= 0) {
      for (const column of written) correct(place, column, memory[from]?.[column] ?? "");
    } else for (const column of straysOf(row)) correct(place, column, "");
  });
  writeKeysFirst(table, changed);
  writeCells(table, changed);
  appendAgain(table, appended, memory);
  return { wrote: changed.size > 0 || appended.length > 0, problems, matched };
}

/** Finds the columns of an unknown row that hold what we wrote for another row. */
function strayCells(
  table: TableSheet,
  memory: readonly (readonly Raw[])[],
  written: readonly number[],
): (row: readonly Raw[]) => readonly number[] {
  const system = new Set(systemColumns(table));
  const ours = written.filter((column) => system.has(column));
  const contents = (columns: readonly number[]) => {
    const all = new Set(memory.map((row) => contentOf(row, columns)));
    all.delete(contentOf([], columns));
    return all;
  };
  const whole = contents(written);
  const part = contents(ours);
  return (row) => {
    const isOtherwiseBlank = isBlankRow(row.filter((_, column) => !written.includes(column)));
    if (isOtherwiseBlank && whole.has(contentOf(row, written))) return written;
    return part.has(contentOf(row, ours)) ? ours : [];
  };
}

/** The columns that distinguish rows with the same key: all of ours that were not written. */
const contentColumns = ({ columns }: TableSheet, written: ReadonlySet<number>): number[] =>
  [...columns.byId.values()].filter((column) => !written.has(column));

function reindex(table: TableSheet, matched: readonly number[], lost: ReadonlySet<number>): void {
  const placeOf = new Map(matched.map((from, place) => [from, place]));
  for (const [identity, from] of table.index) {
    const place = placeOf.get(from);
    if (place !== undefined && !lost.has(from)) table.index.set(identity, place);
    else if (!table.unverified.inserted.has(identity)) table.index.delete(identity);
  }
}

function writeKeysFirst(table: TableSheet, changed: ChangedCells): void {
  const rows = changed.get(keyColumn(table));
  if (!rows) return;
  changed.delete(keyColumn(table));
  const first: ChangedCells = new Map();
  for (const row of rows) markCell(first, row, keyColumn(table));
  writeCells(table, first, Number.POSITIVE_INFINITY);
}

function appendAgain(
  table: TableSheet,
  appended: readonly { readonly identity: string; readonly from: number }[],
  memory: readonly (readonly Raw[])[],
): void {
  if (appended.length === 0) return;
  const start = appendRows(
    table,
    appended.map(({ from }) => memory[from] as readonly Raw[]),
  );
  appended.forEach(({ identity }, i) => {
    table.index.set(identity, start + i);
  });
}
