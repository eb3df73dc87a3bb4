import { DomainError } from "../../engine/kernel/problem";
import { columnsAfter, SCHEMA } from "../../engine/program/schema";
import { tableNames, tableOf } from "../../engine/tables";
import { type Book, findTab } from "../workbook/book";
import { lookUpColumns } from "../workbook/columns";
import { type JournalState, markSchema } from "../workbook/journal-sheet";
import { addColumns, headersOf, withWords } from "./set-up-tabs";

/** A workbook of a newer schema is changed by nothing of this release (UPGRADE-11). */
export function refuseNewer(schema: number): void {
  if (schema > SCHEMA) throw new DomainError("WORKBOOK_NEWER");
}

/**
 * Brings a workbook of an earlier release up to this one before anything else is done with it: adds the columns that it
 * can't have yet. Nobody needs to do anything for it (UPGRADE-2). Throws WORKBOOK_NEWER.
 */
export function upgradeTabs(book: Book, { sheet: journal, schema }: JournalState): void {
  refuseNewer(schema);
  if (schema === SCHEMA || !journal) return;
  for (const name of tableNames) {
    const table = tableOf(name);
    const sheet = findTab(book, table.sheet);
    const ids = columnsAfter(name, schema);
    if (!sheet || ids.length === 0) continue;
    const headers = headersOf(sheet);
    const { byId } = lookUpColumns(table, headers);
    const columns = ids
      .filter((id) => !byId.has(id))
      .map((id) => withWords(table, id, table.columns[id] as never));
    if (columns.length > 0) addColumns(sheet, headers.length + 1, columns, book.look);
  }
  markSchema(book);
}
