import { useCases } from "../engine/usecases";
import { accountEmail, environment } from "./environment";
import { readInstallation } from "./installation";
import { type AnyUseCase, type Performed, perform } from "./perform";
import { logActivity } from "./report-problems";
import {
  type ClockEntry,
  installSchedule,
  recordClockRun,
  scheduleContinuation,
  takeContinuation,
} from "./schedule";
import { type Book, inOneZone } from "./workbook/book";
import { clearJournal } from "./workbook/journal-sheet";
import { loadTables, readProgram } from "./workbook/load";

/**
 * A clock run of the schedule: does everything that is due, and continues in a one-off clock run if time runs out.
 */
export function clockRun(entry: ClockEntry, triggerId: string): Performed {
  const startedAt = Date.now();
  return inOneZone((book) => clockRunIn(book, entry, triggerId, startedAt));
}

function clockRunIn(
  book: Book,
  entry: ClockEntry,
  triggerId: string,
  startedAt: number,
): Performed {
  const isContinued = takeContinuation(triggerId);
  const kind = isContinued ? "continued" : entry === "onDaily" ? "daily" : "monthly";
  const beforehand = () => {
    if (!isContinued) recordClockRun(entry, triggerId, startedAt);
  };
  const onceFinished = () => updateScheduleZone(book, startedAt);
  const useCase = useCases.run as unknown as AnyUseCase;
  const performed = perform(
    book,
    useCase,
    { kind },
    { startedAt, beforeLoading: beforehand, afterJournal: onceFinished, isClock: true },
  );
  if (performed.more) scheduleContinuation();
  return performed;
}

/** Reinstalls the owner's schedule if the spreadsheet's zone has changed, and logs it (DRIP-8). */
function updateScheduleZone(book: Book, startedAt: number): void {
  const { owner, timeZone } = readInstallation();
  if (timeZone === "" || timeZone === book.zone || owner !== accountEmail()) return;
  installSchedule(book.zone, startedAt);
  const tables = loadTables(book, ["activity"]);
  readProgram(book, tables);
  const what = `The time zone changed from ${timeZone} to ${book.zone}.`;
  const why = "The schedule was reinstalled. Stored due dates stay as they are.";
  logActivity(book, tables, environment(book, startedAt), { what, why });
  clearJournal(book);
}
