import { lastDay } from "../kernel/day";
import type { WorkOn } from "../program/work";
import { isFinal } from "../rewards/final";
import type { Invoice, Reward } from "../tables";

/** Whether a reward was carried on from an invoice or a later one, so that it can't go on it (INVOICE-8a). */
export const isCarriedPast = (
  { firstInvoice }: Pick<Reward, "firstInvoice">,
  { key }: Pick<Invoice, "key">,
): boolean => firstInvoice !== null && key <= firstInvoice;

/**
 * Whether a reward belongs to an invoice's month or an earlier one: it was earned by the month's end, and not carried
 * from that invoice or a later one (INVOICE-8a).
 */
export const suitsMonth = (
  reward: Pick<Reward, "firstInvoice" | "earnedOn">,
  invoice: Pick<Invoice, "key" | "month">,
): boolean => reward.earnedOn <= lastDay(invoice.month) && !isCarriedPast(reward, invoice);

/** What of a reward tells whether it came late. */
export type Late = Pick<
  Reward,
  "key" | "invoice" | "firstInvoice" | "earnedOn" | "status" | "currency" | "amount"
>;

/**
 * The rewards that came too late for an invoice's opening and can still go on it while it is in review: earned up
 * to its month's end, pending or approved, and on no invoice (INVOICE-6). By the day earned, then by key.
 */
export function lateRewards<R extends Late>(
  work: WorkOn<{ readonly rewards: R }>,
  invoice: Invoice,
): readonly R[] {
  if (isFinal(invoice)) return [];
  return work
    .where("rewards", "invoice", null as never)
    .filter((reward) => reward.currency === invoice.currency && suitsMonth(reward, invoice))
    .filter(({ status }) => status === "pending" || status === "approved")
    .sort((a, b) => (a.earnedOn + a.key < b.earnedOn + b.key ? -1 : 1));
}
