import type { WholeStatement } from "./whole-statement";

/** Whether the balance can still change, as a sentence; once it can't, with the statement's code. */
export function finalityText({ final, unreadable, code }: WholeStatement): string {
  if (unreadable > 0) {
    const rows = unreadable === 1 ? "1 row" : `${unreadable} rows`;
    return `Not final: ${rows} can't be read and may be missing here.`;
  }
  if (!final) return "Not final: the balance may still change.";
  return `The balance is final.${code === null ? "" : ` Statement code: ${code.code}`}`;
}
