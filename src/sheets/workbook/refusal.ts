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

/** Does this and waits for it to arrive; what Google said if it refused, else undefined. */
export function refusalOf(work: () => void): string | undefined {
  try {
    work();
    SpreadsheetApp.flush();
    return undefined;
  } catch (thrown) {
    return refusalText(thrown);
  }
}

/** Does what changes only how things look, or can wait: its refusal is no failure (REFUSAL-2). */
export function unlessRefused(work: () => void): void {
  try {
    work();
  } catch (thrown) {
    console.warn(`Google refused: ${refusalText(thrown)}`);
  }
}
