import type { Changeset } from "../../engine/program/changeset";
import { readJournal, writeJournal } from "../../engine/program/journal";
import { toWritten } from "../codec/codec";
import type { Book, Sheet } from "./book";

/** The hidden tab: the journal in column A, the id of the program's home spreadsheet in B1. */
export const JOURNAL_SHEET = "_journal";
const HOME_CELL = "B1";

/** The contents of the hidden tab; read in one call. */
export interface JournalState {
  readonly sheet: Sheet | null;
  /** A complete journal that was not cleared. Of an incomplete one nothing was carried out, so it is ignored. */
  readonly unfinished: Changeset | undefined;
  /** The spreadsheet that this program calls its home; "" before set-up. */
  readonly home: string;
}

export function readJournalSheet({ spreadsheet }: Book): JournalState {
  const sheet = spreadsheet.getSheetByName(JOURNAL_SHEET);
  if (!sheet) return { sheet: null, unfinished: undefined, home: "" };
  const cells = sheet.getDataRange().getValues();
  const slices = cells.map(([slice]) => String(slice));
  return { sheet, unfinished: readJournal(slices), home: String(cells[0]?.[1] ?? "") };
}

/** Creates the hidden tab if it is missing. */
export function ensureJournalSheet({ spreadsheet }: Book): Sheet {
  const known = spreadsheet.getSheetByName(JOURNAL_SHEET);
  if (known) return known;
  const active = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(JOURNAL_SHEET, spreadsheet.getNumSheets());
  sheet.getRange(1, 1, sheet.getMaxRows(), 2).setNumberFormat("@");
  sheet.hideSheet();
  spreadsheet.setActiveSheet(active);
  return sheet;
}

/** Saves the changeset before any of it is carried out (ADR-3). */
export function saveJournal(book: Book, changes: Changeset): void {
  const sheet = ensureJournalSheet(book);
  const slices = writeJournal(changes);
  const grid = sheet.getMaxRows();
  if (slices.length > grid) sheet.insertRowsAfter(grid, slices.length - grid);
  sheet.getRange(1, 1, slices.length, 1).setValues(slices.map((slice) => [slice]));
  SpreadsheetApp.flush();
}

/** Marks the journal as done. */
export function clearJournal(book: Book): void {
  const sheet = ensureJournalSheet(book);
  sheet.getRange(1, 1, Math.max(sheet.getLastRow(), 1), 1).clearContent();
  SpreadsheetApp.flush();
}

/** Records this spreadsheet as the program's home. */
export function markHome(book: Book): void {
  ensureJournalSheet(book).getRange(HOME_CELL).setValue(toWritten(book.spreadsheet.getId()));
}
