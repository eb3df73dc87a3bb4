import type { Work } from "../program/work";
import type { Invoice, Reward } from "../tables";

/** An invoice's lines are locked from the day it became final (INVOICE-13). */
export const isFinal = (invoice: Invoice): boolean => invoice.finalizedOn !== null;

/** Whether a reward stands on a final invoice, so that it can't be put on another or taken off. */
export function isOnFinal(
  work: Work<"invoices">,
  { status, invoice }: Pick<Reward, "status" | "invoice">,
): boolean {
  if (status === "paid") return true;
  const on = work.get("invoices", invoice);
  return on !== undefined && isFinal(on);
}

/**
 * Whether only a payout or its return may still change a reward: it stands on a final invoice, or was carried
 * from one, and so is in the balance of a statement that is final (TARGET-1).
 */
export const isLocked = (
  work: Work<"invoices">,
  reward: Pick<Reward, "firstInvoice" | "status" | "invoice">,
): boolean => reward.firstInvoice !== null || isOnFinal(work, reward);
