import type { Raw } from "../codec/codec";
import { appendRows } from "./append-rows";
import type { Book } from "./book";
import { takeRows } from "./load";
import { isBlankRow, matchRows } from "./match-rows";
import { keysAreAsExpected, readRows } from "./read-rows";
import { spansOf } from "./spans";
import { keyColumn, sheetRow, type TableSheet } from "./table-sheet";

const ROUNDS = 5;

/**
 * Deletes rows by key, from the bottom (undo only). A row that was deleted in another's place, since a person
 * moved rows meanwhile, is put back from memory, and the right one deleted.
 */
export function removeRows(book: Book, table: TableSheet, identities: readonly string[]): void {
  let doomed = new Set(identities.flatMap((each) => table.index.get(each) ?? []));
  for (let round = 0; round < ROUNDS && doomed.size > 0; round++) {
    const before = table.rows;
    const isDoomed = (place: number) => doomed.has(place);
    for (const { first, last } of [...spansOf(doomed)].reverse()) {
      table.sheet.deleteRows(sheetRow(first), last - first + 1);
    }
    SpreadsheetApp.flush();
    table.rows = before.filter((_, place) => !isDoomed(place));
    shiftIndex(table, doomed);
    if (keysAreAsExpected(table)) return;
    doomed = putRight(book, table, before, isDoomed);
  }
}

function shiftIndex(table: TableSheet, doomed: ReadonlySet<number>): void {
  const gone = [...doomed].sort((a, b) => a - b);
  for (const [identity, place] of table.index) {
    if (doomed.has(place)) table.index.delete(identity);
    else table.index.set(identity, place - gone.filter((each) => each < place).length);
  }
}

/** Puts back rows deleted by mistake; returns the places of those that are still to be deleted. */
function putRight(
  book: Book,
  table: TableSheet,
  before: readonly (readonly Raw[])[],
  isDoomed: (place: number) => boolean,
): Set<number> {
  const identities = new Map<number, string>();
  const kept = before.flatMap((_, place) => (isDoomed(place) ? [] : [place]));
  for (const [identity, place] of table.index) identities.set(kept[place] as number, identity);
  const fresh = readRows(table);
  const matched = matchRows(before, fresh, keyColumn(table), [...table.columns.byId.values()]);
  const present = new Set(matched);
  const left = new Set<number>();
  table.index.clear();
  matched.forEach((from, place) => {
    if (from >= 0 && isDoomed(from)) left.add(place);
    const identity = identities.get(from);
    if (identity !== undefined) table.index.set(identity, place);
  });
  const missing = kept.filter((place) => !present.has(place) && !isBlankRow(before[place] ?? []));
  takeRows(book, table, fresh);
  const back = missing.slice(Math.max(0, missing.length - left.size));
  if (left.size > 0 && back.length > 0) {
    const start = appendRows(
      table,
      back.map((place) => before[place] as readonly Raw[]),
    );
    back.forEach((place, i) => {
      const identity = identities.get(place);
      if (identity !== undefined) table.index.set(identity, start + i);
    });
  }
  return left;
}
