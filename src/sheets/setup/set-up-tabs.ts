import { actionField } from "../../engine/actions/index";
import { tableNames, tableOf } from "../../engine/tables";
import type { Column, Table } from "../../engine/tables/table";
import { type Raw, toWritten } from "../codec/codec";
import { type Book, findTab, type Sheet } from "../workbook/book";
import { headerName } from "../workbook/columns";
import { ensureJournalSheet, markHome, readJournalSheet } from "../workbook/journal-sheet";
import { formatColumns } from "./format-columns";

export interface TabsOutput {
  /** Tabs that were created. */
  readonly created: readonly string[];
  /** Columns added to existing tabs, as "Tab: Header". */
  readonly added: readonly string[];
}

/**
 * Creates missing tabs, and adds missing columns after the last one of existing tabs. Changes and removes nothing
 * that the team put there; run again, it finds nothing to do (SHEET-12).
 */
export function setUpTabs(book: Book): TabsOutput {
  const created: string[] = [];
  const added: string[] = [];
  const active = book.spreadsheet.getActiveSheet();
  for (const name of tableNames) {
    const table = tableOf(name);
    const known = findTab(book, table.sheet);
    if (!known) created.push(table.sheet);
    const headers = addMissingColumns(table, known ?? addTab(book, table));
    if (known) added.push(...headers.map((header) => `${table.sheet}: ${header}`));
  }
  ensureJournalSheet(book);
  if (readJournalSheet(book).home === "") markHome(book);
  if (created.length > 0) book.spreadsheet.setActiveSheet(tabToShow(book, active));
  SpreadsheetApp.flush();
  return { created, added };
}

/** The tab that the person was on, or the first one to fill in if that tab is empty, as in a new spreadsheet. */
const tabToShow = (book: Book, active: Sheet): Sheet =>
  active.getLastRow() > 0 ? active : (findTab(book, tableOf("partners").sheet) ?? active);

const addTab = ({ spreadsheet }: Book, { sheet }: Table): Sheet =>
  spreadsheet.insertSheet(sheet, spreadsheet.getNumSheets());

/** A column whose words a registry above its table names, with them: the actions of triggers. */
const withWords = ({ name }: Table, id: string, column: Column<unknown>): Column<unknown> =>
  name === "triggers" && id === "action"
    ? { ...column, field: actionField as Column<unknown>["field"] }
    : column;

/** Adds the columns that a tab lacks; returns their headers. */
function addMissingColumns(table: Table, sheet: Sheet): readonly string[] {
  const width = sheet.getLastColumn();
  const headers = width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getValues()[0] as Raw[]);
  const present = new Set(headers.map(headerName));
  const all = Object.entries(table.columns).map(([id, column]) => withWords(table, id, column));
  const isNew = present.size === 0 || (present.size === 1 && present.has(""));
  const missing = all.filter(
    ({ header, optional }) => !present.has(headerName(header)) && (isNew || !optional),
  );
  if (missing.length === 0) return [];
  const first = width + 1;
  const grid = sheet.getMaxColumns();
  if (width + missing.length > grid) sheet.insertColumnsAfter(grid, width + missing.length - grid);
  formatColumns(sheet, first, missing);
  if (isNew) sheet.setFrozenRows(1);
  const range = sheet.getRange(1, first, 1, missing.length);
  range.setNotes([missing.map(({ note }) => note)]);
  range.setNumberFormat("@");
  // The headers come last: if set-up is cut off before, the next one finds the columns missing and formats them
  // again.
  range.setValues([missing.map(({ header }) => toWritten(header))]);
  return missing.map(({ header }) => header);
}
