import type { Problem } from "../../engine/kernel/problem";
import { type TableName, tableNames } from "../../engine/tables";
import type { Book } from "./book";
import { commit } from "./commit";
import { clearJournal, type JournalState } from "./journal-sheet";
import { loadTables, readProgram } from "./load";

/** Finishes, by key, what a killed execution had written down and not cleared. A torn journal is dropped. */
export function finishJournal(book: Book, { unfinished }: JournalState): readonly Problem[] {
  if (!unfinished) return [];
  const named = new Set<string>();
  for (const effect of unfinished.effects) if (effect.kind !== "email") named.add(effect.table);
  const tables = loadTables(
    book,
    tableNames.filter((name: TableName) => named.has(name)),
  );
  readProgram(book, tables);
  const problems = commit(book, tables, unfinished, { isResumed: true });
  clearJournal(book);
  return problems;
}
