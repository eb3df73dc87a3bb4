import type { Env } from "../engine/kernel/env";
import { fingerprint } from "../engine/kernel/keys";
import type { Problem } from "../engine/kernel/problem";
import { problemLine } from "../engine/kernel/problem-line";
import type { Changeset } from "../engine/program/changeset";
import type { Act } from "../engine/usecases/shared/log-act";
import type { Book } from "./workbook/book";
import { commit } from "./workbook/commit";
import { loadTables, readProgram, type TableSheets } from "./workbook/load";

/** Says in one line of Activity what could not be written as decided. */
export function reportProblems(
  book: Book,
  tables: TableSheets,
  env: Env,
  problems: readonly Problem[],
): void {
  const why = problems.map(problemLine).join("\n");
  logActivity(book, tables, env, { what: "Some of it could not be written.", why });
}

/** Adds a line to Activity; the same line of the same moment is added once. The journal must be free. */
export function logActivity(
  book: Book,
  tables: TableSheets,
  { now, user }: Env,
  { what, from = "", to = "", why = "" }: Omit<Act, "record">,
): void {
  const said = [now.day, now.time, what, from, to, why].join(" ");
  const key = `log_${fingerprint(said)}`;
  const cells = { key, when: now, who: user, what, from, to, why: (why ?? "").slice(0, 40_000) };
  const changes: Changeset = { effects: [{ kind: "insert", table: "activity", key, cells }] };
  commit(book, withActivity(book, tables), changes);
}

function withActivity(book: Book, tables: TableSheets): TableSheets {
  if (tables.has("activity")) return tables;
  const loaded = loadTables(book, ["activity"]);
  readProgram(book, loaded);
  return loaded;
}
