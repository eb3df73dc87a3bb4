import { actionField } from "../../engine/actions/index";
import { DomainError } from "../../engine/kernel/problem";
import { SCHEMA } from "../../engine/program/schema";
import { type TableName, tableNames, tableOf } from "../../engine/tables";
import type { Column, Table } from "../../engine/tables/table";
import { type Raw, toWritten } from "../codec/codec";
import type { Look } from "../codec/formats";
import { type Book, findTab, type Sheet } from "../workbook/book";
import { findRenamedTab, markColumns, type Renamed, readMarks } from "../workbook/column-marks";
import { doubleHeader, headerName, lookUpColumns, missingHeaders } from "../workbook/columns";
import {
  ensureJournalSheet,
  markApostrophe,
  markHome,
  markLook,
  markSchema,
  readJournalSheet,
} from "../workbook/journal-sheet";
import { probeApostrophe } from "../workbook/probe-cells";
import { unlessRefused, unlessSheetRefuses } from "../workbook/refusal";
import {
  explainMissing,
  headersRenamed,
  isHeaderRowGone,
  keepLayouts,
  layoutOf,
  readLayouts,
  slidHeaders,
} from "../workbook/settle-columns";
import { colorCells } from "./color-cells";
import { groupColumns } from "./fold-columns";
import { formatColumns } from "./format-columns";

export interface TabsOutput {
  /** Tabs that were created. */
  readonly created: readonly string[];
  /** Columns added to existing tabs, as "Tab: Header". */
  readonly added: readonly string[];
  /** Tabs and columns that got their name back, as "Tab: Header", or "Tab". */
  readonly restored: readonly string[];
}

/**
 * Creates missing tabs, and adds missing columns after the last one of existing tabs. Changes and removes nothing
 * that the team put there, but gives a column of ours its header back; run again, it finds nothing to do (SHEET-12).
 * Throws TABLE_MISSING or HEADER_MISSING, before it adds anything, where what is missing may be there under another
 * name, or went with what it held (REFUSAL-9).
 */
export function setUpTabs(book: Book): TabsOutput {
  const created: string[] = [];
  const added: string[] = [];
  const known = readLayouts();
  const layouts = { ...known };
  const tabs = tableNames.map((name) => ({ table: tableOf(name), sheet: knownTab(book, name) }));
  const restored = tabs.flatMap(({ table, sheet }) =>
    sheet ? restoreHeaders(table, sheet, known[table.name]) : [],
  );
  const active = book.spreadsheet.getActiveSheet();
  const { home, schema, apostrophe } = readJournalSheet(book);
  for (const { table, sheet } of tabs) {
    if (!sheet) created.push(table.sheet);
    const headers = addMissingColumns(table, sheet ?? addTab(book, table), {
      schema,
      layouts,
      look: book.look,
    });
    if (sheet) added.push(...headers.map((header) => `${table.sheet}: ${header}`));
  }
  ensureJournalSheet(book);
  if (apostrophe === "") unlessRefused(() => markApostrophe(book, probeApostrophe(book)));
  if (home === "") markHome(book);
  if (created.length === tabs.length) markLook(book);
  if (schema !== SCHEMA) markSchema(book);
  if (created.length > 0) book.spreadsheet.setActiveSheet(tabToShow(book, active));
  SpreadsheetApp.flush();
  keepLayouts(layouts);
  return { created, added, restored };
}

/** The tab that the person was on, or the first one to fill in if that tab is empty, as in a new spreadsheet. */
const tabToShow = (book: Book, active: Sheet): Sheet =>
  active.getLastRow() > 0 ? active : (findTab(book, tableOf("partners").sheet) ?? active);

function knownTab(book: Book, name: TableName): Sheet | null {
  const table = tableOf(name);
  const sheet = findTab(book, table.sheet);
  const other = sheet ? undefined : findRenamedTab(book.spreadsheet, table);
  if (other === undefined) return sheet;
  throw new DomainError(
    "TABLE_MISSING",
    `The columns of “${table.sheet}” are on “${other}”. Nothing was changed. Rename that tab back. To start an empty one instead, insert a tab named “${table.sheet}”.`,
  );
}

const addTab = ({ spreadsheet }: Book, { sheet }: Table): Sheet =>
  spreadsheet.insertSheet(sheet, spreadsheet.getNumSheets());

/** A column whose words a registry above its table names, with them: the actions of triggers. */
export const withWords = ({ name }: Table, id: string, column: Column<unknown>): Column<unknown> =>
  name === "triggers" && id === "action"
    ? { ...column, field: actionField as Column<unknown>["field"] }
    : column;

export const headersOf = (sheet: Sheet): readonly Raw[] => {
  const width = sheet.getLastColumn();
  return width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getValues()[0] as Raw[]);
};

/** Gives columns their headers back; returns them. Refuses where a blank column would stand for one that was filled. */
function restoreHeaders(table: Table, sheet: Sheet, known: string | undefined): readonly string[] {
  const headers = headersOf(sheet);
  const found = lookUpColumns(table, headers);
  if (layoutOf(found) === known && found.doubled.length === 0) return [];
  const cells = () => sheet.getDataRange().getValues() as Raw[][];
  const slid = found.missing.length > 0 ? slidHeaders(table, cells().slice(1)) : "";
  if (slid !== "") throw missingHeaders(table, found.missing, slid);
  const { renamed } = readMarks(table, sheet, headers);
  const twins = renamed.filter(({ twin }) => twin !== undefined);
  if (twins.length > 0) throw headersRenamed(table, twins);
  if (isHeaderRowGone(table, renamed)) makeHeaderRow(table, sheet, renamed);
  for (const { column, header } of renamed) {
    sheet.getRange(1, column + 1).setValue(toWritten(header));
  }
  const missing = found.missing.filter((id) => !renamed.some((each) => each.id === id));
  if (missing.length > 0) {
    const explained = explainMissing(table, sheet, cells(), missing);
    if (explained !== "") throw missingHeaders(table, missing, explained);
  }
  const [double] = lookUpColumns(table, headersOf(sheet)).doubled;
  if (double !== undefined) throw doubleHeader(table, double);
  return renamed.map(({ header }) => `${table.sheet}: ${header}`);
}

/** Makes row 1 one for headers, above what moved up into it, so that no row is written over (REFUSAL-9e). */
function makeHeaderRow({ columns }: Table, sheet: Sheet, renamed: readonly Renamed[]): void {
  if (renamed.some(({ found }) => found !== "")) sheet.insertRowBefore(1);
  unlessRefused(() => {
    const row = sheet.getRange(1, 1, 1, sheet.getMaxColumns());
    row.clearDataValidations().setNumberFormat("@");
    for (const { id, column } of renamed) {
      sheet.getRange(1, column + 1).setNote((columns[id] as Column<unknown>).note);
    }
    sheet.setFrozenRows(1);
  });
}

interface SetUpState {
  readonly schema: number;
  readonly layouts: Record<string, string>;
  readonly look: Look;
}

/** Adds the columns that a tab lacks, and marks all; returns the new headers, and notes the tab's layout. */
function addMissingColumns(
  table: Table,
  sheet: Sheet,
  { schema, layouts, look }: SetUpState,
): readonly string[] {
  const before = headersOf(sheet);
  const present = new Set(before.map(headerName));
  const all = Object.entries(table.columns).map(([id, column]) => withWords(table, id, column));
  const isNew = present.size === 0 || (present.size === 1 && present.has(""));
  const missing = all.filter(
    ({ header, optional, since }) =>
      !present.has(headerName(header)) && (isNew || !optional || since > schema),
  );
  if (missing.length > 0) {
    addColumns(sheet, before.length + 1, missing, look);
    // A refusal of headers is not one of groups. A new tab refuses none.
    if (!isNew) SpreadsheetApp.flush();
  }
  if (isNew) {
    unlessRefused(() => {
      sheet.setFrozenRows(1);
      sheet.setFrozenColumns(1);
    });
  }
  const headers = [...before, ...missing.map(({ header }) => header)];
  unlessRefused(() => colorCells(table, sheet, headers));
  unlessRefused(() => groupColumns(table, sheet, headers, isNew));
  const layout = layoutOf(lookUpColumns(table, headers));
  if (layout !== layouts[table.name]) {
    markColumns(table, sheet, readMarks(table, sheet, headers).unmarked);
    layouts[table.name] = layout;
  }
  return missing.map(({ header }) => header);
}

/** Adds columns of ours from a 1-based first one on. */
export function addColumns(
  sheet: Sheet,
  first: number,
  columns: readonly Column<unknown>[],
  look: Look,
): void {
  const last = first + columns.length - 1;
  const grid = sheet.getMaxColumns();
  if (last > grid) sheet.insertColumnsAfter(grid, last - grid);
  const range = sheet.getRange(1, first, 1, columns.length);
  unlessSheetRefuses(() => {
    formatColumns(sheet, first, columns, look);
    range.setNotes([columns.map(({ note }) => note)]);
    range.setNumberFormat("@");
  });
  // The headers come last: if set-up is cut off before, the next one finds the columns missing and formats them
  // again.
  range.setValues([columns.map(({ header }) => toWritten(header))]);
}
