import type { Problem } from "../../engine/kernel/problem";
import type { Book } from "./book";
import { checkColumns } from "./check-columns";
import { keysAreAsExpected } from "./read-rows";
import { repairRows } from "./repair-rows";
import type { TableSheet } from "./table-sheet";

/** How often a table is read again while people keep moving its rows (SHEET-22). */
const ROUNDS = 5;

/**
 * After a flush: reads the keys again, and repairs until every row has its own values, whatever a person sorted,
 * inserted or deleted in the meantime. Returns what could not be placed; throws COLUMNS_MOVED.
 */
export function verifyTable(book: Book, table: TableSheet): readonly Problem[] {
  checkColumns(table);
  const problems: Problem[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (keysAreAsExpected(table)) break;
    const repaired = repairRows(book, table);
    problems.push(...repaired.problems);
    if (!repaired.wrote) break;
    SpreadsheetApp.flush();
  }
  const { unverified } = table;
  const { columns, inserted, updated, own } = unverified;
  for (const each of [columns, inserted, updated, own]) each.clear();
  return problems;
}
