import { lastDay } from "../kernel/day";
import type { Work } from "../program/work";
import { isFinal } from "../rewards/final";
import type { Invoice, Reward } from "../tables";

/**
 * The rewards that came too late for an invoice's opening and can still go on it while it is in review: earned up
 * to its month's end, pending or approved, and on no invoice (INVOICE-6). By the day earned, then by key.
 */
export function lateRewards(
  work: Work<"rewards" | "invoices">,
  invoice: Invoice,
): readonly Reward[] {
  if (isFinal(invoice)) return [];
  const end = lastDay(invoice.month);
  return work
    .where("rewards", "invoice", null)
    .filter(({ currency, earnedOn }) => currency === invoice.currency && earnedOn <= end)
    .filter(({ status }) => status === "pending" || status === "approved")
    .filter(({ firstInvoice }) => firstInvoice === null || firstInvoice < invoice.key)
    .sort((a, b) => (a.earnedOn + a.key < b.earnedOn + b.key ? -1 : 1));
}
