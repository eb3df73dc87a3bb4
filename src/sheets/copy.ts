import { DomainError } from "../engine/kernel/problem";
import type { CopyDecision } from "../engine/kernel/vocabulary";
import { changeInstallation } from "./installation";
import type { Book } from "./workbook/book";
import { type JournalState, markHome } from "./workbook/journal-sheet";

/**
 * Whether this spreadsheet is a copy of which nobody has said what it is (RUN-15): the home written into the hidden
 * tab is copied along with the file, the file's own id is not.
 */
export const isUndecidedCopy = ({ spreadsheet }: Book, { home }: JournalState): boolean =>
  home !== "" && home !== spreadsheet.getId();

/** Throws COPY_UNDECIDED in a copy that is neither a test copy nor the new home yet. */
export function checkCopy(book: Book, journal: JournalState): void {
  if (isUndecidedCopy(book, journal)) throw new DomainError("COPY_UNDECIDED");
}

/** Takes down what a copy is. A test copy runs by hand and has no schedule until a person installs one. */
export function decideCopy(book: Book, decision: CopyDecision): void {
  markHome(book);
  SpreadsheetApp.flush();
  changeInstallation((installation) => ({
    ...installation,
    home: book.spreadsheet.getId(),
    isTestCopy: decision === "test copy",
  }));
}
