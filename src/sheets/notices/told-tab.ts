import type { Key } from "../../engine/kernel/keys";
import type { Book } from "../workbook/book";
import { highest, makeHiddenTab, writeRowsAt } from "../workbook/hidden-tab";
import { type Mark, type ToldRow, WRITTEN } from "./turns";

/** The hidden tab with what each recipient was told, a row each. */
const TOLD_SHEET = "_told";
const HEADERS = ["Recipient", "Turn", "Told before", "Told"];
/** The property with how far mails have gone (REFUSAL-8). */
const PROPERTY = "tributary notices";

/** A partner's name there: in quotes, so that nothing is made of it. */
export const idOf = (partner: Key): string => `"${partner}"`;

/** The rows by recipient, each with its place below the header. */
export type ToldRows = ReadonlyMap<string, ToldRow & { readonly at: number }>;

export function readToldRows({ spreadsheet }: Book): ToldRows {
  const sheet = spreadsheet.getSheetByName(TOLD_SHEET);
  const rows = sheet ? sheet.getDataRange().getValues().slice(1) : [];
  return new Map(
    rows.map((cells, at) => {
      const [id = "", turn, before = "", after = ""] = cells.map(String);
      return [id, { id, turn: Number(turn) || 0, before, after, at: at + 1 }];
    }),
  );
}

/** Writes rows, new ones at the end, and waits until they are there; answers with all as they are then. */
export function writeToldRows(book: Book, known: ToldRows, rows: readonly ToldRow[]): ToldRows {
  if (rows.length === 0) return known;
  const sheet =
    book.spreadsheet.getSheetByName(TOLD_SHEET) ?? makeHiddenTab(book, TOLD_SHEET, HEADERS);
  const all = new Map(known);
  // The count of writings stands above all, so that of several rows it is written first.
  let next = Math.max(2, highest([...known.values()].map(({ at }) => at)) + 1);
  const cells = rows.map((row) => {
    const at = known.get(row.id)?.at ?? (row.id === WRITTEN ? 1 : next++);
    all.set(row.id, { ...row, at });
    return [at, [row.id, row.turn, row.before, row.after]] as const;
  });
  writeRowsAt(sheet, new Map(cells));
  SpreadsheetApp.flush();
  return all;
}

export function readMark(): Mark | null {
  const text = PropertiesService.getDocumentProperties().getProperty(PROPERTY);
  return text === null ? null : (JSON.parse(text) as Mark);
}

export const writeMark = (mark: Mark): void => {
  PropertiesService.getDocumentProperties().setProperty(PROPERTY, JSON.stringify(mark));
};
