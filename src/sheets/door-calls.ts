import type { InputOf } from "../engine/kernel/input";
import type { Currency } from "../engine/kernel/money";
import type { Program } from "../engine/program/program";
import { useCases } from "../engine/usecases";
import { checkInput } from "../engine/usecases/shared/check-input";
import { activeRecord } from "./active-record";
import { checkInstallation } from "./check-installation";
import { checkCopy } from "./copy";
import { doorInputs } from "./door-inputs";
import { findDrafts, saveDraft } from "./drafts";
import { addOwnColumns, importSources, readTab, saveMapping } from "./import-sources";
import { readInstallation } from "./installation";
import { underLock } from "./lock";
import { partnerLink, revokePartnerLink, revokePartnerLinks } from "./page/page-calls";
import { type AnyUseCase, perform } from "./perform";
import { previewNotices, testNotice } from "./preview-notices";
import { installSchedule } from "./schedule";
import { scheduleCalls } from "./schedule-calls";
import { setUpTabs } from "./setup/set-up-tabs";
import { refuseNewer } from "./setup/upgrade-tabs";
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
  "settle-refused": (book, given, startedAt) => {
    const useCase = useCases["settle-refused"] as unknown as AnyUseCase;
    return perform(book, useCase, given, { startedAt, choice: given.choice }).output;
  },
  "show-cell": showCell,
  "active-record": activeRecord,
  "find-drafts": (_book, _input, startedAt) => findDrafts(startedAt),
  "save-draft": (_, { name, text }, startedAt) => saveDraft(name, text ?? "", startedAt),
  "import-sources": importSources,
  "add-columns": (book, { headers }) =>
    underLock(() => {
      const state = readJournalSheet(book);
      checkCopy(book, state);
      refuseNewer(state.schema);
      return addOwnColumns(book, headers);
    }),
  "read-tab": (book, { tab }) => readTab(book, tab),
  "save-mapping": (_, { fingerprint, text }, startedAt) =>
    saveMapping(fingerprint, text, startedAt),
  "open-wide": (_, { screen, about }) => openWide(screen, about ?? ""),
  "check-installation": (book, _, startedAt) => checkInstallation(book, startedAt),
  "partner-link": partnerLink,
  "revoke-partner-link": revokePartnerLink,
  "revoke-partner-links": revokePartnerLinks,
  "preview-notices": previewNotices,
  "test-notice": testNotice,
  ...scheduleCalls,
};

/** None of these inputs depends on the program, so that it need not be read to validate them. */
const context: Program["context"] = { decimalMark: ".", currency: "USD" as Currency };

/** Answers a call about the platform rather than the program. */
type DoorCall = (book: Book, given: unknown, startedAt: number) => unknown;
const doorCall =
  <N extends Name>(name: N): DoorCall =>
  (book, given, startedAt) =>
    answers[name](book, checkInput(doorInputs[name], given, { context }) as never, startedAt);

/** Calls that the adapter answers itself, by name; their input is validated like a use case's. */
export const doorCalls: ReadonlyMap<string, DoorCall> = new Map(
  (Object.keys(doorInputs) as Name[]).map((name) => [name, doorCall(name)]),
);

/** Sets the spreadsheet up: missing tabs and columns, then the rows, then a schedule if nobody has one. */
function setUp(book: Book, given: unknown, startedAt: number): unknown {
  let tabs: ReturnType<typeof setUpTabs> | undefined;
  const beforehand = () => {
    tabs = setUpTabs(book);
  };
  const useCase = useCases["set-up"] as unknown as AnyUseCase;
  const { output } = perform(book, useCase, given, { startedAt, beforeLoading: beforehand });
  if (readInstallation().owner === "") underLock(() => installSchedule(book.zone, startedAt));
  return { ...(output as object), ...tabs };
}
