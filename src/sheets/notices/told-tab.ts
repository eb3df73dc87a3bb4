import type { Key } from "../../engine/kernel/keys";
import type { Book } from "../workbook/book";
import { highest, makeHiddenTab, writeRowsAt } from "../workbook/hidden-tab";
import type { Mark, ToldRow } from "./turns";

/** The hidden tab with what each recipient was told, a row each. */
const TOLD_SHEET = "_told";
const HEADERS = ["Recipient", "Turn", "Told before", "Told"];
/** The property with how far mails have gone (REFUSAL-8). */
const PROPERTY = "tributary notices";

/** The team's name there; it comes before every quoted key. */
export const TEAM = "!team";
/** A partner's name there: in quotes, so that nothing is made of it. */
export const idOf = (partner: Key): string => `"${partner}"`;

/** The rows by recipient, each with its place; two reads at the most. */
export function readToldRows({ spreadsheet }: Book): ReadonlyMap<string, ToldRow & { at: number }> {
  const sheet = spreadsheet.getSheetByName(TOLD_SHEET);
  const [, ...rows] = sheet ? sheet.getDataRange().getValues() : [];
  return new Map(
    rows.map(([id, turn, before, after], at) => [
      String(id),
      { id: String(id), turn: Number(turn) || 0, before: String(before), after: String(after), at: at + 1 },
    ]),
  );
}

/** Writes rows, new ones at the end, and waits until they are there. */
export function writeToldRows(
  book: Book,
  known: ReadonlyMap<string, { readonly at: number }>,
  rows: readonly ToldRow[],
): void {
  if (rows.length === 0) return;
  const sheet =
    book.spreadsheet.getSheetByName(TOLD_SHEET) ?? makeHiddenTab(book, TOLD_SHEET, HEADERS);
  let next = highest([...known.values()].map(({ at }) => at)) + 1;
  const cells = rows.map(({ id, turn, before, after }) => {
    const at = known.get(id)?.at ?? next++;
    return [at, [id, turn, before, after]] as const;
  });
  writeRowsAt(sheet, new Map(cells));
  SpreadsheetApp.flush();
}

export function readMark(): Mark | null {
  const text = PropertiesService.getDocumentProperties().getProperty(PROPERTY);
  return text === null ? null : (JSON.parse(text) as Mark);
}

export const writeMark = (mark: Mark): void => {
  PropertiesService.getDocumentProperties().setProperty(PROPERTY, JSON.stringify(mark));
};
