import type { Sheet, Workbook } from "./model";

/** The sheet of a name, letter for letter, or null. */
export function findSheet(book: Workbook, name: string): Sheet | null {
  return book.sheets.find((sheet) => sheet.name === name) ?? null;
}
