import type { Problem } from "../../engine/kernel/problem";
import type { Effect } from "../../engine/program/changeset";
import type { Book } from "./book";
import { mergeNote } from "./note-text";
import { keysAreAsExpected } from "./read-rows";
import { repairRows } from "./repair-rows";
import { boundingSpan, type Span } from "./spans";
import { identityOf, type TableSheet } from "./table-sheet";
import { rangeOf } from "./write-cells";

export type NoteEffect = Extract<Effect, { kind: "notes" }>;

const ROUNDS = 5;

/** The notes around the wanted cells; rows and columns are indices in memory. */
interface NoteBlock {
  readonly rows: Span;
  readonly columns: Span;
  readonly notes: readonly (readonly string[])[];
}

/**
 * Updates our part of the cells' notes: one getNotes and one setNotes around them. The keys are read before and
 * after, so that no note ends up on a row that a person has moved there.
 */
export function writeNotes(
  book: Book,
  table: TableSheet,
  effects: readonly NoteEffect[],
): readonly Problem[] {
  const problems: Problem[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const block = mergedNotes(table, effects);
    if (!block) break;
    if (!keysAreAsExpected(table)) {
      problems.push(...repairRows(book, table).problems);
      continue;
    }
    rangeOf(table, block.rows, block.columns).setNotes(block.notes.map((line) => [...line]));
    SpreadsheetApp.flush();
    correctNotes(book, table, block);
    break;
  }
  return problems;
}

/** The notes as they should be; undefined if they already are. */
function mergedNotes(table: TableSheet, effects: readonly NoteEffect[]): NoteBlock | undefined {
  const wanted = effects.flatMap(({ key, copy, texts, others }) => {
    const row = table.index.get(identityOf(key, copy));
    if (row === undefined) return [];
    return [...table.columns.byId].flatMap(([id, place]) =>
      id in texts || others === "clear" ? [{ row, place, text: texts[id] ?? "" }] : [],
    );
  });
  const rows = boundingSpan(wanted.map(({ row }) => row));
  const columns = boundingSpan(wanted.map(({ place }) => place));
  if (!rows || !columns) return undefined;
  const notes = rangeOf(table, rows, columns).getNotes();
  for (const { row, place, text } of wanted) {
    const line = notes[row - rows.first] as string[];
    line[place - columns.first] = mergeNote(line[place - columns.first] ?? "", text);
  }
  return { rows, columns, notes };
}

/** Gives each row its own notes back, until no rows have moved while they were written. */
function correctNotes(book: Book, table: TableSheet, written: NoteBlock): void {
  let block = written;
  for (let round = 0; round < ROUNDS && !keysAreAsExpected(table); round++) {
    const { matched } = repairRows(book, table);
    if (matched.length === 0) return;
    const rows = { first: 0, last: matched.length - 1 };
    const range = rangeOf(table, rows, block.columns);
    const found = range.getNotes();
    const ownOf = (from: number) => block.notes[from - block.rows.first];
    const movedLater = matched.every((from, place) => {
      const own = ownOf(from);
      return own === undefined || sameLine(own, found[place] ?? []);
    });
    if (movedLater) return;
    const notes = found.map((line, place) => {
      const stray = ownOf(place);
      const isStray = stray !== undefined && sameLine(stray, line);
      return ownOf(matched[place] as number) ?? (isStray ? line.map(withoutOurs) : line);
    });
    range.setNotes(notes.map((line) => [...line]));
    SpreadsheetApp.flush();
    block = { rows, columns: block.columns, notes };
  }
}

const withoutOurs = (note: string): string => mergeNote(note, "");
const sameLine = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((note, i) => note === b[i]);
