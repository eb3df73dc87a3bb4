import { useCases } from "../engine/usecases";
import { activeRecord } from "./active-record";
import { isUndecidedCopy } from "./copy";
import { findDrafts, keepDraft } from "./drafts";
import { readInstallation } from "./installation";
import { underLock } from "./lock";
import { type AnyUseCase, perform } from "./perform";
import { installSchedule, scheduleStatus } from "./schedule";
import { scheduleCalls } from "./schedule-calls";
import { setUpTabs } from "./setup/set-up-tabs";
import { showCell } from "./show-cell";
import { openWide } from "./sidebar-page";
import type { Book } from "./workbook/book";
import { readJournalSheet } from "./workbook/journal-sheet";

type DoorCall = (book: Book, input: unknown, startedAt: number) => unknown;

const calls: Readonly<Record<string, DoorCall>> = {
  "set-up": setUp,
  "show-cell": showCell,
  "active-record": activeRecord,
  "find-drafts": findDrafts,
  "keep-draft": (_, input, startedAt) => {
    const { name, text } = Object(input) as { readonly name?: unknown; readonly text?: unknown };
    return keepDraft(name, text, startedAt);
  },
  "open-wide": (_, input) => {
    const { screen, about } = Object(input) as {
      readonly screen?: unknown;
      readonly about?: unknown;
    };
    return openWide(String(screen ?? ""), String(about ?? ""));
  },
  "schedule-status": (book, _, startedAt) => ({
    ...scheduleStatus(startedAt),
    isUndecidedCopy: isUndecidedCopy(book, readJournalSheet(book)),
  }),
  ...scheduleCalls,
};

/** Calls that the adapter answers itself, since they are about the platform and not about the program. */
export const doorCalls: ReadonlyMap<string, DoorCall> = new Map(Object.entries(calls));

/** Sets the spreadsheet up: tabs and columns that are missing, then the rows, then a schedule if nobody has one. */
function setUp(book: Book, input: unknown, startedAt: number): unknown {
  let tabs: ReturnType<typeof setUpTabs> | undefined;
  const beforehand = () => {
    tabs = setUpTabs(book);
  };
  const useCase = useCases["set-up"] as unknown as AnyUseCase;
  const { output } = perform(book, useCase, input, { startedAt, beforehand });
  if (readInstallation().owner === "") underLock(() => installSchedule(book.zone, startedAt));
  return { ...(output as object), ...tabs };
}
