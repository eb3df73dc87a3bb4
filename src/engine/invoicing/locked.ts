import type { Invoice, Reward } from "../tables";
import type { Work } from "../work";

/** An invoice's lines are locked from the day it became final (product.md §6). */
export const isFinal = (invoice: Invoice): boolean => invoice.finalizedOn !== null;

/** Whether a reward stands on a final invoice, so that only a payout or its return may still change it. */
export function isLocked(work: Work<"invoices">, { status, invoice }: Reward): boolean {
  if (status === "paid") return true;
  const on = work.get("invoices", invoice);
  return on !== undefined && isFinal(on);
}
