import { DomainError } from "../../engine/kernel/problem";

/** Whether Google refused something; anything else that was thrown is a bug. */
export const isRefusal = (thrown: unknown): thrown is Error =>
  (Object(thrown) as { name?: unknown }).name === "Exception";

/** The refusal of what was at work on a tab while a person deleted it (REFUSAL-7); undefined for anything else. */
export const tabGone = (thrown: unknown): DomainError | undefined =>
  isRefusal(thrown) && /^Sheet \S+ not found/.test(thrown.message)
    ? new DomainError(
        "TABLE_MISSING",
        "A tab was deleted while this was at work. Bring it back (Ctrl+Z, or File › Version history), then run: what was decided is kept and finished.",
      )
    : undefined;

/** What Google said where it refused something; anything else is thrown on. */
function refusalText(thrown: unknown): string {
  if (!isRefusal(thrown)) throw thrown;
  return String(thrown.message);
}

/**
 * Lets what is still pending arrive or be refused, after a refusal: where a flush itself was refused, the writes before it
 * would be refused once more in a later read. So one cell is read here, which commits them.
 */
function settlePending(): void {
  try {
    SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]?.getRange(1, 1).getValue();
  } catch (thrown) {
    refusalText(thrown);
  }
}

/** Does this and waits for it to arrive; what Google said if it refused, else undefined. Nothing is pending after it. */
export function refusalOf(work: () => void): string | undefined {
  try {
    work();
    SpreadsheetApp.flush();
    return undefined;
  } catch (thrown) {
    const said = refusalText(thrown);
    settlePending();
    return said;
  }
}

/**
 * Does what changes only how a spreadsheet looks, or can wait: its refusal is no failure (REFUSAL-2). What was pending arrives
 * before it, and all of it before this returns, so that no refusal of the one counts as one of the other (PLATFORM-51a).
 */
export function unlessSheetRefuses(work: () => void): void {
  SpreadsheetApp.flush();
  const refused = refusalOf(work);
  if (refused !== undefined) console.warn(`Google refused: ${refused}`);
}

/** The same for what stands outside of the sheets, or goes with the next write. */
export function unlessRefused(work: () => void): void {
  try {
    work();
  } catch (thrown) {
    console.warn(`Google refused: ${refusalText(thrown)}`);
  }
}
