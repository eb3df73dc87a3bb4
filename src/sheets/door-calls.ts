import type { InputOf } from "../engine/kernel/input";
import type { Currency } from "../engine/kernel/money";
import type { Program } from "../engine/program/program";
import { useCases } from "../engine/usecases";
import { checkInput } from "../engine/usecases/shared/check-input";
import { activeRecord } from "./active-record";
import { isUndecidedCopy } from "./copy";
import { doorInputs } from "./door-inputs";
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

type Name = keyof typeof doorInputs;
type Answer<N extends Name> = (
  book: Book,
  input: InputOf<(typeof doorInputs)[N]>,
  startedAt: number,
) => unknown;

const answers: { readonly [N in Name]: Answer<N> } = {
  "set-up": setUp,
  "show-cell": showCell,
  "active-record": activeRecord,
  "find-drafts": findDrafts,
  "keep-draft": (_, { name, text }, startedAt) => keepDraft(name, text ?? "", startedAt),
  "open-wide": (_, { screen, about }) => openWide(screen, about ?? ""),
  "schedule-status": (book, _, startedAt) => ({
    ...scheduleStatus(startedAt),
    isUndecidedCopy: isUndecidedCopy(book, readJournalSheet(book)),
  }),
  ...scheduleCalls,
};

/** No input here depends on the program: it need not be read to check them. */
const context: Program["context"] = { decimalMark: ".", currency: "USD" as Currency };

/** Answers a call that is about the platform and not about the program. */
type DoorCall = (book: Book, given: unknown, startedAt: number) => unknown;
const doorCall =
  <N extends Name>(name: N): DoorCall =>
  (book, given, startedAt) =>
    answers[name](book, checkInput(doorInputs[name], given, { context }) as never, startedAt);

/** Calls that the adapter answers itself, by name; what comes in is checked like a use case's input. */
export const doorCalls: ReadonlyMap<string, DoorCall> = new Map(
  (Object.keys(doorInputs) as Name[]).map((name) => [name, doorCall(name)]),
);

/** Sets the spreadsheet up: tabs and columns that are missing, then the rows, then a schedule if nobody has one. */
function setUp(book: Book, given: unknown, startedAt: number): unknown {
  let tabs: ReturnType<typeof setUpTabs> | undefined;
  const beforehand = () => {
    tabs = setUpTabs(book);
  };
  const useCase = useCases["set-up"] as unknown as AnyUseCase;
  const { output } = perform(book, useCase, given, { startedAt, beforehand });
  if (readInstallation().owner === "") underLock(() => installSchedule(book.zone, startedAt));
  return { ...(output as object), ...tabs };
}
