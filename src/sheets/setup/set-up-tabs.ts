import { tableNames, tableOf } from "../../engine/tables";
import type { Column, Table } from "../../engine/tables/table";
import { type Raw, toWritten } from "../codec/codec";
import { type Book, findTab, type Sheet } from "../workbook/book";
import { headerName } from "../workbook/columns";
import { ensureJournalSheet, markHome, readJournalSheet } from "../workbook/journal-sheet";
import { dressColumns } from "./dress-columns";

export interface TabsOutput {
  /** Tabs that were created. */
  readonly created: readonly string[];
  /** Columns added to tabs that were there, as "Tab: Header". */
  readonly added: readonly string[];
}

/**
 * Creates the tabs that are missing, and adds missing columns after the last one of tabs that are there.
 * Touches nothing that the team put there, removes nothing; a second time it finds nothing to do
 * (SHEET-12).
 */
export function setUpTabs(book: Book): TabsOutput {
  const created: string[] = [];
  const added: string[] = [];
  const active = book.spreadsheet.getActiveSheet();
  for (const name of tableNames) {
    const table = tableOf(name);
    const known = findTab(book, table.sheet);
    if (!known) created.push(table.sheet);
    const headers = completeTab(table, known ?? addTab(book, table));
    if (known) added.push(...headers.map((header) => `${table.sheet}: ${header}`));
  }
  ensureJournalSheet(book);
  if (readJournalSheet(book).home === "") markHome(book);
  if (created.length > 0) book.spreadsheet.setActiveSheet(shownAfter(book, active));
  SpreadsheetApp.flush();
  return { created, added };
}

/** The tab that a person was on; where nothing is on it, as in a new spreadsheet, the first that is to be filled. */
const shownAfter = (book: Book, active: Sheet): Sheet =>
  active.getLastRow() > 0 ? active : (findTab(book, tableOf("partners").sheet) ?? active);

const addTab = ({ spreadsheet }: Book, { sheet }: Table): Sheet =>
  spreadsheet.insertSheet(sheet, spreadsheet.getNumSheets());

/** Adds the columns that a tab lacks; returns their headers. */
function completeTab(table: Table, sheet: Sheet): readonly string[] {
  const width = sheet.getLastColumn();
  const headers = width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getValues()[0] as Raw[]);
  const present = new Set(headers.map(headerName));
  const all = Object.values(table.columns) as Column<unknown>[];
  const isNew = present.size === 0 || (present.size === 1 && present.has(""));
  const missing = all.filter(
    ({ header, optional }) => !present.has(headerName(header)) && (isNew || !optional),
  );
  if (missing.length === 0) return [];
  const first = width + 1;
  const grid = sheet.getMaxColumns();
  if (width + missing.length > grid) sheet.insertColumnsAfter(grid, width + missing.length - grid);
  dressColumns(sheet, first, missing);
  if (isNew) sheet.setFrozenRows(1);
  const range = sheet.getRange(1, first, 1, missing.length);
  range.setNotes([missing.map(({ note }) => note)]);
  range.setNumberFormat("@");
  // The headers last: set-up cut off before them finds the columns missing, and dresses them again.
  range.setValues([missing.map(({ header }) => toWritten(header))]);
  return missing.map(({ header }) => header);
}
