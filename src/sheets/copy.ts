import { DomainError } from "../engine/kernel/problem";
import type { CopyDecision } from "../engine/kernel/vocabulary";
import { changeInstallation } from "./installation";
import type { Book } from "./workbook/book";
import { type JournalState, markHome } from "./workbook/journal-sheet";

/**
 * Whether this spreadsheet is a copy that nobody has decided about yet (RUN-15): the home id in the hidden tab is
 * copied with the file, but the file's own id is not.
 */
export const isUndecidedCopy = ({ spreadsheet }: Book, { home }: JournalState): boolean =>
  home !== "" && home !== spreadsheet.getId();

/** Throws COPY_UNDECIDED in a copy that is neither a test copy nor the new home yet. */
export function checkCopy(book: Book, journal: JournalState): void {
  if (isUndecidedCopy(book, journal)) throw new DomainError("COPY_UNDECIDED");
}

/** Records what a copy is. A test copy runs manually and has no schedule until a person installs one. */
export function decideCopy(book: Book, decision: CopyDecision): void {
  markHome(book);
  SpreadsheetApp.flush();
  changeInstallation((installation) => ({
    ...installation,
    home: book.spreadsheet.getId(),
    isTestCopy: decision === "test copy",
  }));
}
