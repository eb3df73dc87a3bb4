import type { Env } from "../engine/kernel/env";
import type { Problem } from "../engine/kernel/problem";
import { plural, say } from "../engine/kernel/say";
import type { Program } from "../engine/program/program";
import { begin } from "../engine/program/work";
import { readInstallation } from "./installation";
import { sendNotices } from "./notices/send-notices";
import { logActivity, reportProblems } from "./report-problems";
import { missedAfter } from "./schedule";
import type { Book } from "./workbook/book";
import { clearJournal } from "./workbook/journal-sheet";
import type { TableSheets } from "./workbook/load";

/** A run that has done all else. */
interface Ran {
  readonly startedAt: number;
  readonly isClock: boolean | undefined;
  /** Its own changes are in the journal still, all carried out. */
  readonly hasJournal: boolean;
}

/** Mails notices after a run, and tells in one line of Activity how many went (PARTNER-6). */
export function mailNotices(
  book: Book,
  tables: TableSheets,
  program: Program,
  env: Env,
  { startedAt, isClock = false, hasJournal }: Ran,
): { readonly problems: readonly Problem[]; readonly more: boolean } {
  const { sent, more, problems } = sendNotices({
    book,
    work: begin(program),
    env,
    startedAt,
    isClock,
    // Nobody outside hears of what is tried in a test copy.
    isSilent: () => readInstallation().isTestCopy,
    missed: () => missedAfter(book, startedAt),
    beforeMails: () => {
      if (hasJournal) clearJournal(book);
    },
    tellDoubt: (doubt) => {
      reportProblems(book, tables, env, [doubt]);
      clearJournal(book);
    },
  });
  if (sent > 0) {
    logActivity(book, tables, env, { what: say`Mailed ${plural(sent, "notice")}` });
    clearJournal(book);
  }
  return { problems, more: more && isClock };
}
