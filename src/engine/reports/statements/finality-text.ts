import type { WholeStatement } from "./whole-statement";

/** Whether the balance can still change, as a sentence. */
export function finalityText({ final, unreadable }: WholeStatement): string {
  if (unreadable > 0) {
    const rows = unreadable === 1 ? "1 row" : `${unreadable} rows`;
    return `Not final: ${rows} can't be read and may be missing here.`;
  }
  return final ? "The balance is final." : "Not final: the balance may still change.";
}
