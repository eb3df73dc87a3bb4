import { DomainError } from "../../engine/kernel/problem";

/**
 * Proof of place: refuses unless a person has the spreadsheet open. In a web app anybody may call every function of the
 * script, as its owner, and there `getUi` throws (DOOR-1, PLATFORM-64).
 */
export function atSpreadsheet(): void {
  if (!isAtSpreadsheet()) throw new DomainError("NOT_AT_SPREADSHEET");
}

/** Whether Google says that a person has the spreadsheet open. */
export function isAtSpreadsheet(): boolean {
  try {
    SpreadsheetApp.getUi();
    return true;
  } catch {
    return false;
  }
}
