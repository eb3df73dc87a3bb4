import type { TableName } from "../../engine/tables";
import type { Raw } from "../codec/codec";
import { appendRows } from "./append-rows";
import type { Book } from "./book";
import { emptyRow } from "./empty-row";
import { replaceRows } from "./load";
import { isBlankRow, matchRows } from "./match-rows";
import { keysAreAsExpected, readRows } from "./read-rows";
import { refusalOf } from "./refusal";
import { spansOf } from "./spans";
import { keyColumn, sheetRow, type TableSheet } from "./table-sheet";
import { readAgain } from "./write-carefully";

const ROUNDS = 5;

/**
 * Deletes rows by key (undo only); where Google refuses that, they are emptied instead. Returns what Google said where
 * it refuses both.
 */
export function removeRows(
  book: Book,
  table: TableSheet,
  identities: readonly string[],
): string | undefined {
  if (refusalOf(() => deleteRows(book, table, identities)) === undefined) return undefined;
  readAgain(book, new Map([[table.table.name as TableName, table]]));
  const places = identities.flatMap((each) => table.index.get(each) ?? []);
  const width = table.sheet.getMaxColumns();
  const reason = refusalOf(() => {
    for (const { first, last } of spansOf(places)) {
      table.sheet.getRange(sheetRow(first), 1, last - first + 1, width).clearContent();
    }
  });
  if (reason !== undefined) return reason;
  for (const place of places) table.rows[place] = emptyRow(table);
  for (const each of identities) table.index.delete(each);
  return undefined;
}

/**
 * Deletes rows from the bottom up. If a person moved rows in the meantime and the wrong row was deleted, it is restored
 * from memory and the right one is deleted.
 */
function deleteRows(book: Book, table: TableSheet, identities: readonly string[]): void {
  let toDelete = new Set(identities.flatMap((each) => table.index.get(each) ?? []));
  for (let round = 0; round < ROUNDS && toDelete.size > 0; round++) {
    const before = table.rows;
    const isDeleted = (place: number) => toDelete.has(place);
    keepOneRow(table, toDelete.size);
    for (const { first, last } of [...spansOf(toDelete)].reverse()) {
      table.sheet.deleteRows(sheetRow(first), last - first + 1);
    }
    SpreadsheetApp.flush();
    table.rows = before.filter((_, place) => !isDeleted(place));
    shiftIndex(table, toDelete);
    if (keysAreAsExpected(table)) return;
    toDelete = restoreWronglyDeleted(book, table, before, isDeleted);
  }
}

/** A tab's last row that is not frozen can't be deleted (PLATFORM-37). */
function keepOneRow({ sheet }: TableSheet, deleted: number): void {
  const rows = sheet.getMaxRows();
  if (rows - Math.max(sheet.getFrozenRows(), 1) <= deleted) sheet.insertRowsAfter(rows, 1);
}

function shiftIndex(table: TableSheet, deleted: ReadonlySet<number>): void {
  const places = [...deleted].sort((a, b) => a - b);
  for (const [identity, place] of table.index) {
    if (deleted.has(place)) table.index.delete(identity);
    else table.index.set(identity, place - places.filter((each) => each < place).length);
  }
}

/** Restores rows deleted by mistake; returns the indices of those that are still to be deleted. */
function restoreWronglyDeleted(
  book: Book,
  table: TableSheet,
  before: readonly (readonly Raw[])[],
  isDeleted: (place: number) => boolean,
): Set<number> {
  const identities = new Map<number, string>();
  const remaining = before.flatMap((_, place) => (isDeleted(place) ? [] : [place]));
  for (const [identity, place] of table.index) identities.set(remaining[place] as number, identity);
  const fresh = readRows(table);
  const matched = matchRows(before, fresh, keyColumn(table), [...table.columns.byId.values()]);
  const present = new Set(matched);
  const toDelete = new Set<number>();
  table.index.clear();
  matched.forEach((from, place) => {
    if (from >= 0 && isDeleted(from)) toDelete.add(place);
    const identity = identities.get(from);
    if (identity !== undefined) table.index.set(identity, place);
  });
  const missing = remaining.filter(
    (place) => !present.has(place) && !isBlankRow(before[place] ?? []),
  );
  replaceRows(book, table, fresh);
  const back = missing.slice(Math.max(0, missing.length - toDelete.size));
  if (toDelete.size > 0 && back.length > 0) {
    const start = appendRows(
      table,
      back.map((place) => before[place] as readonly Raw[]),
    );
    back.forEach((place, i) => {
      const identity = identities.get(place);
      if (identity !== undefined) table.index.set(identity, start + i);
    });
  }
  return toDelete;
}
