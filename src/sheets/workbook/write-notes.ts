import type { Effect } from "../../engine/changeset";
import { mergeNote } from "./note-text";
import { boundingSpan } from "./spans";
import { identityOf, type TableSheet } from "./table-sheet";
import { rangeOf } from "./write-cells";

export type NoteEffect = Extract<Effect, { kind: "note" }>;

/** Brings our part of the cells' notes up to date: one getNotes and one setNotes around them. */
export function writeNotes(table: TableSheet, effects: readonly NoteEffect[]): void {
  const wanted = effects.flatMap(({ key, copy, column, text }) => {
    const row = table.index.get(identityOf(key, copy));
    const place = table.columns.byId.get(column);
    return row === undefined || place === undefined ? [] : [{ row, place, text }];
  });
  const rows = boundingSpan(wanted.map(({ row }) => row));
  const columns = boundingSpan(wanted.map(({ place }) => place));
  if (!rows || !columns) return;
  const range = rangeOf(table, rows, columns);
  const notes = range.getNotes();
  let isChanged = false;
  for (const { row, place, text } of wanted) {
    const line = notes[row - rows.first] as string[];
    const before = line[place - columns.first] ?? "";
    const after = mergeNote(before, text);
    if (after === before) continue;
    line[place - columns.first] = after;
    isChanged = true;
  }
  if (!isChanged) return;
  range.setNotes(notes);
  table.unverified.notes = { rows, columns, notes };
}

/**
 * Rows have moved while notes were written: gives each its own. `matched` says where each row stood in the
 * memory that the notes were written by. Returns whether anything had to be put right.
 */
export function repairNotes(table: TableSheet, matched: readonly number[]): boolean {
  const written = table.unverified.notes;
  if (!written || matched.length === 0) return false;
  const rows = { first: 0, last: matched.length - 1 };
  const range = rangeOf(table, rows, written.columns);
  const notes = range.getNotes();
  let isChanged = false;
  matched.forEach((from, place) => {
    const own = written.notes[from - written.rows.first];
    const stray = written.notes[place - written.rows.first];
    notes[place]?.forEach((note, column) => {
      const taken = note !== "" && note === stray?.[column] ? mergeNote(note, "") : note;
      const wanted = own ? (own[column] ?? "") : taken;
      if (wanted === note) return;
      (notes[place] as string[])[column] = wanted;
      isChanged = true;
    });
  });
  if (isChanged) range.setNotes(notes);
  table.unverified.notes = { rows, columns: written.columns, notes };
  return isChanged;
}
