import { DomainError } from "../engine/kernel/problem";
import { isScheduleId } from "./schedule";

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

/**
 * Refuses unless this is the id of a schedule of the program, which only Google's scheduler and the program know, or a
 * person has the spreadsheet open (DOOR-2).
 */
export function byScheduleOrPerson(id: string): void {
  if (!isScheduleId(id)) atSpreadsheet();
}
