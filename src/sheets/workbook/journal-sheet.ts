import { type Changeset, combine } from "../../engine/program/changeset";
import { type Journal, readJournal, writeJournal } from "../../engine/program/journal";
import { FIRST_SCHEMA, SCHEMA } from "../../engine/program/schema";
import { toWritten, valuesOf } from "../codec/codec";
import { lookText } from "../codec/formats";
import type { Book, Sheet } from "./book";
import { isRefusal, unlessRefused, unlessSheetRefuses } from "./refusal";

/**
 * The hidden tab: the journal in column A; in column B the id of the program's home spreadsheet, how often an
 * unfinished journal was tried, the workbook's schema, what its cells do with an apostrophe, and how they look; in column C journals that could not be finished.
 */
export const JOURNAL_SHEET = "_journal";
const HOME_CELL = "B1";
const ATTEMPTS_ROW = 2;
const SCHEMA_ROW = 3;
const APOSTROPHE_ROW = 4;
const LOOK_ROW = 5;
const HELD_COLUMN = 3;

/** The contents of the hidden tab; read in one call. */
export interface JournalState {
  readonly sheet: Sheet | null;
  /** A complete journal that was not cleared. Of an incomplete one nothing was carried out, so it is ignored. */
  readonly journal: Journal | "senseless" | undefined;
  /** The cells of the journal as they are. */
  readonly cells: readonly string[];
  /** How often an execution began to finish it and did not come to its end. */
  readonly attempts: number;
  /** Cells of journals that could not be finished, one journal after the other. */
  readonly held: readonly string[];
  /** What an apostrophe before a text becomes in a cell of plain text; "" where that was not tried out (REFUSAL-6). */
  readonly apostrophe: string;
  /** The schema of the release that last wrote this workbook (UPGRADE-2). */
  readonly schema: number;
  /** The spreadsheet that this program calls its home; "" before set-up. */
  readonly home: string;
}

export function readJournalSheet(book: Book): JournalState {
  const sheet = book.spreadsheet.getSheetByName(JOURNAL_SHEET);
  const rows = sheet ? valuesOf(sheet.getDataRange()) : [];
  const column = (n: number) => rows.map((row) => String(row[n] ?? ""));
  const cells = column(0);
  const beside = column(1);
  const apostrophe = beside[APOSTROPHE_ROW - 1] ?? "";
  book.keepsApostrophes = apostrophe === "kept";
  book.shownLook = beside[LOOK_ROW - 1] ?? "";
  return {
    sheet,
    journal: readJournal(cells),
    cells: cells.filter((cell) => cell !== ""),
    attempts: Number(beside[1]) || 0,
    held: column(HELD_COLUMN - 1).filter((cell) => cell !== ""),
    apostrophe,
    schema: Number(beside[2]) || FIRST_SCHEMA,
    home: beside[0] ?? "",
  };
}

/** Creates the hidden tab if it is missing. */
export function ensureJournalSheet(book: Book): Sheet {
  const { spreadsheet } = book;
  const known = spreadsheet.getSheetByName(JOURNAL_SHEET);
  if (known) return known;
  const active = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(JOURNAL_SHEET, spreadsheet.getNumSheets());
  book.madeJournal = true;
  unlessRefused(() => {
    sheet.getRange(1, 1, sheet.getMaxRows(), HELD_COLUMN).setNumberFormat("@");
    sheet.hideSheet();
    spreadsheet.setActiveSheet(active);
  });
  return sheet;
}

/** Saves the changeset, with all that is set aside, before any of it is carried out (ADR-3). */
export function saveJournal(book: Book, changes: Changeset, isAside = false): void {
  const { zone } = book;
  const all = book.aside.effects.length === 0 ? changes : combine(book.aside, changes);
  const slices = writeJournal({ changes: all, zone, isAside });
  put(book, 1, 1, slices);
}

/** Cells of the hidden tab, for which its grid grows: a file may come back with no cell more than it needs. */
function rangeAt(book: Book, row: number, column: number, rows = 1) {
  const sheet = ensureJournalSheet(book);
  const grid = sheet.getMaxRows();
  const width = column > 2 ? sheet.getMaxColumns() : 2;
  const last = row - 1 + rows;
  if (last > grid) sheet.insertRowsAfter(grid, last - grid);
  if (column > width) sheet.insertColumnsAfter(width, column - width);
  return sheet.getRange(row, column, rows, 1);
}

/** Writes texts into a column from a row on; a tab that is deleted at this moment is made again. */
function put(book: Book, row: number, column: number, texts: readonly string[]): void {
  const write = () => {
    rangeAt(book, row, column, texts.length).setValues(texts.map((text) => [text]));
    SpreadsheetApp.flush();
  };
  try {
    write();
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    if (book.spreadsheet.getSheetByName(JOURNAL_SHEET)) throw thrown;
    write();
  }
}

/**
 * Marks the journal as done, but for what is set aside. Where Google refuses that, the journal stays and the next
 * execution finishes it by key, which changes nothing.
 */
export function clearJournal(book: Book): void {
  if (book.aside.effects.length > 0) {
    unlessSheetRefuses(() => saveJournal(book, { effects: [] }, true));
    return;
  }
  unlessSheetRefuses(() => {
    const sheet = ensureJournalSheet(book);
    sheet.getRange(1, 1, Math.max(sheet.getLastRow(), 1), 1).clearContent();
  });
}

/** Records how often an unfinished journal was tried; written before each further attempt. */
export function countAttempts(book: Book, attempts: number): void {
  unlessSheetRefuses(() => {
    rangeAt(book, ATTEMPTS_ROW, 2).setValue(attempts === 0 ? "" : attempts);
  });
}

/** Puts journals that can't be finished where they are in nobody's way and can be read, after those there. */
export function holdJournal(book: Book, { held, cells }: JournalState): void {
  put(book, held.length + 1, HELD_COLUMN, cells);
}

/** The journals among such cells, senseless ones left out. */
export function heldJournals(held: readonly string[]): readonly Journal[] {
  return held.flatMap((cell, at): readonly Journal[] => {
    const journal = cell.startsWith("journal ") ? readJournal(held.slice(at)) : undefined;
    return journal === undefined || journal === "senseless" ? [] : [journal];
  });
}

export function clearHeld(book: Book): void {
  const rows = Math.max(ensureJournalSheet(book).getLastRow(), 1);
  rangeAt(book, 1, HELD_COLUMN, rows).clearContent();
  SpreadsheetApp.flush();
}

/** Records that the workbook has all that this release's workbooks have. */
export function markSchema(book: Book): void {
  unlessSheetRefuses(() => {
    rangeAt(book, SCHEMA_ROW, 2).setValue(SCHEMA);
  });
}

/** Records this spreadsheet as the program's home. */
export function markHome(book: Book): void {
  ensureJournalSheet(book).getRange(HOME_CELL).setValue(toWritten(book.spreadsheet.getId()));
}

/** Records what an apostrophe before a text becomes in a cell of plain text here. */
export function markApostrophe(book: Book, apostrophe: string): void {
  book.keepsApostrophes = apostrophe === "kept";
  rangeAt(book, APOSTROPHE_ROW, 2).setValue(apostrophe);
}

/** Records that the cells are formatted in the book's look. */
export function markLook(book: Book): void {
  book.shownLook = lookText(book.look);
  rangeAt(book, LOOK_ROW, 2).setValue(book.shownLook);
}
