import type { Problem } from "../../engine/kernel/problem";
import { type TableName, tableNames } from "../../engine/tables";
import type { Book } from "./book";
import { commit } from "./commit";
import { clearJournal, type JournalState } from "./journal-sheet";
import { loadTables, readProgram } from "./load";
import { settleColumns } from "./settle-columns";

/** Finishes, by key, what a killed execution had saved and not cleared. An incomplete journal is dropped. */
export function finishJournal(book: Book, { unfinished }: JournalState): readonly Problem[] {
  if (!unfinished) return [];
  const touched = new Set<string>();
  for (const effect of unfinished.effects) if (effect.kind !== "email") touched.add(effect.table);
  const tables = loadTables(
    book,
    tableNames.filter((name: TableName) => touched.has(name)),
  );
  settleColumns(tables.values());
  readProgram(book, tables);
  const problems = commit(book, tables, unfinished, { isResumed: true });
  clearJournal(book);
  return problems;
}
