import { cellText, plainText } from "../engine/kernel/cells";
import { DomainError } from "../engine/kernel/problem";
import { tables } from "../engine/tables";
import { transactions } from "../engine/tables/transactions";
import { toWritten } from "./codec/codec";
import { headersOf } from "./setup/set-up-tabs";
import { type Book, findTab } from "./workbook/book";
import { headerName, lookUpColumns } from "./workbook/columns";

const PREFIX = "tributary.import.";
/** The most mappings that are remembered; the oldest is forgotten first. */
const MOST_REMEMBERED = 20;
/** An import may add at most this many columns at once. */
const MOST_ADDED = 50;
/** In characters. */
const LONGEST_HEADER = 200;

const store = () => PropertiesService.getDocumentProperties();

/**
 * Where an import can come from: the other tabs, and how files with these headers were read before; and the team's own columns
 * that it may fill.
 */
export function importSources(book: Book) {
  const { spreadsheet, zone } = book;
  const ours = new Set(Object.values(tables).map(({ sheet }) => sheet.toLowerCase()));
  const tabs = spreadsheet
    .getSheets()
    .filter((sheet) => !sheet.isSheetHidden() && !ours.has(sheet.getName().trim().toLowerCase()))
    .map((sheet) => sheet.getName());
  const own = lookUpColumns(transactions, transactionsHeaders(book)).own;
  return {
    timeZone: zone,
    tabs,
    mappings: mappings(),
    ownColumns: own.map(([header]) => header),
    programColumns: Object.values(transactions.columns).map(({ header }) => header),
  };
}

const transactionsHeaders = (book: Book) => {
  const sheet = findTab(book, transactions.sheet);
  return sheet ? headersOf(sheet) : [];
};

/**
 * Adds columns of the team's own to Transactions, for an import to fill; those that are there stay (IMPORT-17). Throws
 * TABLE_MISSING, or INPUT_INVALID for the header of a column of the program.
 */
export function addOwnColumns(book: Book, headers: readonly string[]) {
  const sheet = findTab(book, transactions.sheet);
  if (!sheet) throw new DomainError("TABLE_MISSING", `There is no tab ${transactions.sheet}.`);
  const there = headersOf(sheet);
  const ours = new Set(Object.values(transactions.columns).map(({ header }) => headerName(header)));
  const present = new Set(there.map(headerName));
  const added: string[] = [];
  for (const header of headers) {
    const name = headerName(header);
    if (ours.has(name) || name === "" || name === "__proto__" || header.length > LONGEST_HEADER)
      throw new DomainError("INPUT_INVALID", `A column of your own can't be called “${header}”.`);
    if (present.has(name)) continue;
    present.add(name);
    added.push(plainText(header));
  }
  if (added.length > MOST_ADDED)
    throw new DomainError("INPUT_INVALID", `At most ${MOST_ADDED} columns can be added at once.`);
  if (added.length === 0) return { added };
  const first = there.length + 1;
  const last = there.length + added.length;
  const grid = sheet.getMaxColumns();
  if (last > grid) sheet.insertColumnsAfter(grid, last - grid);
  sheet.getRange(1, first, 1, added.length).setValues([added.map((header) => toWritten(header))]);
  SpreadsheetApp.flush();
  return { added };
}

/** The text of a tab, for the import. Throws TABLE_MISSING. */
export function readTab(book: Book, name: string): { readonly text: string } {
  const text = tabText(book, name);
  if (text === undefined) throw new DomainError("TABLE_MISSING", `There is no tab ${name}.`);
  return { text };
}

/** The cells of a tab as the text of a file: dates as ISO, numbers with a point. Undefined where there is no such tab. */
export function tabText(book: Book, name: string): string | undefined {
  const sheet = findTab(book, name);
  if (!sheet) return undefined;
  const { codec } = book;
  const quoted = (text: string) =>
    /["\t\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  const rows = sheet.getDataRange().getValues() as Parameters<typeof codec.toCell>[0][][];
  const text = (raw: (typeof rows)[number][number]) => {
    const said = cellText(codec.toCell(raw));
    // A number's point is no mark between thousands, whatever the spreadsheet's locale.
    return typeof raw === "number" && /^-?[1-9]\d{0,2}\.\d{3}$/.test(said)
      ? `${said}0`
      : quoted(said);
  };
  return rows.map((row) => row.map(text).join("\t")).join("\n");
}

function mappings(): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const properties = store().getProperties();
  for (const key of Object.keys(properties)) {
    const [, text] = /^\d+ ([\s\S]*)$/.exec(properties[key] ?? "") ?? [];
    if (key.startsWith(PREFIX) && text) found[key.slice(PREFIX.length)] = text;
  }
  return found;
}

/** Remembers how a file with these headers is read, for everybody who imports into this spreadsheet (IMPORT-2). */
export function saveMapping(fingerprint: string, text: string, now: number): void {
  const properties = store().getProperties();
  const others = Object.keys(properties)
    .filter((key) => key.startsWith(PREFIX) && key !== PREFIX + fingerprint)
    .sort(
      (a, b) => Number.parseInt(properties[b] ?? "", 10) - Number.parseInt(properties[a] ?? "", 10),
    );
  store().setProperty(PREFIX + fingerprint, `${now} ${text}`);
  for (const key of others.slice(MOST_REMEMBERED - 1)) store().deleteProperty(key);
}
