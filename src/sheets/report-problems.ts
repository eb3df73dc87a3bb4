import type { Env } from "../engine/kernel/env";
import { fingerprint } from "../engine/kernel/keys";
import type { Currency } from "../engine/kernel/money";
import type { Problem } from "../engine/kernel/problem";
import { problemLine } from "../engine/kernel/problem-line";
import { activity } from "../engine/tables/activity";
import { printCell } from "../engine/tables/table";
import { type Act, actCells } from "../engine/usecases/shared/log-act";
import type { Book } from "./workbook/book";
import { commit } from "./workbook/commit";
import { loadTables, readProgram, type TableSheets } from "./workbook/load";

/** Reports in one line of Activity what could not be written as decided. */
export function reportProblems(
  book: Book,
  tables: TableSheets,
  env: Env,
  problems: readonly Problem[],
): void {
  const why = problems.map(problemLine).join("\n");
  logActivity(book, tables, env, { what: "Some changes could not be written.", why });
}

/**
 * Adds a line to Activity, once even if the same line is logged twice at the same moment. The journal must be free.
 */
export function logActivity(book: Book, tables: TableSheets, { now, user }: Env, act: Act): void {
  const cells = actCells(act);
  const key = `log_${fingerprint(JSON.stringify([now, cells]))}`;
  const record = { key, when: now, who: user, ...cells };
  const context = { decimalMark: book.decimalMark, currency: "USD" as Currency };
  const print = (id: string) => [id, printCell(activity, id, record, context)] as const;
  const effect = {
    kind: "insert",
    table: "activity",
    key,
    cells: Object.fromEntries(Object.keys(record).map(print)),
  } as const;
  commit(book, withActivity(book, tables), { effects: [effect] });
}

function withActivity(book: Book, tables: TableSheets): TableSheets {
  if (tables.has("activity")) return tables;
  const loaded = loadTables(book, ["activity"]);
  readProgram(book, loaded);
  return loaded;
}
