import type { CopyDecision } from "../engine/kernel/vocabulary";
import { tableOf } from "../engine/tables";
import type { Act } from "../engine/usecases/shared/log-act";
import { checkCopy, decideCopy, isUndecidedCopy } from "./copy";
import { accountEmail, environment } from "./environment";
import { readInstallation } from "./installation";
import { keepLeft } from "./left-store";
import { underLock } from "./lock";
import { logActivity, reportProblems } from "./report-problems";
import { installSchedule, mustRenew, removeSchedule, scheduleStatus, tryOrWarn } from "./schedule";
import { refuseNewer, upgradeTabs } from "./setup/upgrade-tabs";
import { type Book, findTab } from "./workbook/book";
import { finishJournal } from "./workbook/finish-journal";
import { clearJournal, type JournalState, readJournalSheet } from "./workbook/journal-sheet";

type Line = Omit<Act, "record">;

/** What a person does with the schedule or decides about a copy; each is one line of Activity (ACT-3, RUN-15). */
export const scheduleCalls = {
  "schedule-status": (book: Book, _: unknown, startedAt: number) => {
    if (mustRenew(book.zone)) {
      tryOrWarn("The schedule could not be installed again; the next visit tries again.", () =>
        renew(book, startedAt),
      );
    }
    return {
      ...scheduleStatus(startedAt),
      isUndecidedCopy: isUndecidedCopy(book, readJournalSheet(book)),
    };
  },
  "install-schedule": (book: Book, _: unknown, startedAt: number) =>
    actAndLog(book, startedAt, () => {
      const journal = readJournalSheet(book);
      refuseNewer(journal.schema);
      checkCopy(book, journal);
      const { owner } = readInstallation();
      installSchedule(book.zone, startedAt);
      return { what: "Installed the schedule", from: owner || "nobody", to: accountEmail() };
    }),
  "remove-schedule": (book: Book, _: unknown, startedAt: number) =>
    actAndLog(book, startedAt, () => {
      removeSchedule();
      return {
        what: "Removed the schedule",
        from: accountEmail(),
        to: readInstallation().owner || "nobody",
      };
    }),
  "decide-copy": (book: Book, { as: decision }: { readonly as: CopyDecision }, startedAt: number) =>
    actAndLog(book, startedAt, () => {
      refuseNewer(readJournalSheet(book).schema);
      decideCopy(book, decision);
      if (decision === "new home") installSchedule(book.zone, startedAt);
      return { what: "Decided what this copy is", to: decision };
    }),
};

/** The owner's visit installs the schedule again, since no clock run may (REFUSAL-5, DRIP-8). */
function renew(book: Book, startedAt: number): void {
  actAndLog(book, startedAt, () => {
    const { timeZone } = readInstallation();
    installSchedule(book.zone, startedAt);
    return timeZone === book.zone
      ? { what: "Installed the schedule", why: "The hourly clock run was missing." }
      : {
          what: `The time zone changed from ${timeZone} to ${book.zone}.`,
          why: "The schedule was installed again. Due dates stay as they are.",
        };
  });
}

function actAndLog(book: Book, startedAt: number, act: () => Line) {
  return underLock(() => {
    log(book, startedAt, act());
    return scheduleStatus(startedAt);
  });
}

/** Before set-up there is nothing to write into, and an undecided copy is not changed. */
function log(book: Book, startedAt: number, line: Line): void {
  const journal = readJournalSheet(book);
  if (isUndecidedCopy(book, journal) || !findTab(book, tableOf("activity").sheet)) return;
  logSettled(book, journal, startedAt, { line, act: () => undefined });
}

/**
 * Does something to the tabs and logs it: upgrades them and finishes the journal first, so that none waits. Under the lock, on a
 * program that is set up.
 */
export function logSettled<T>(
  book: Book,
  journal: JournalState,
  startedAt: number,
  { line, act }: { readonly line: Line; readonly act: () => T },
): T {
  const env = environment(book, startedAt);
  upgradeTabs(book, journal);
  const { problems } = finishJournal(book, journal, {
    onTakenBack: (before, after) => keepLeft(env, before, after),
  });
  if (problems.length > 0) reportProblems(book, new Map(), env, problems);
  const done = act();
  logActivity(book, new Map(), env, line);
  clearJournal(book);
  return done;
}
