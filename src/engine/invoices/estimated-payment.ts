import { type Day, type Month, monthOf } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import type { Payout, Reward } from "../tables";
import { expectedPayment, firstMonthToOpen, paymentOfInvoice } from "./months";

type Tables = "settings" | "invoices";

/**
 * Answers when a reward is expected to be paid (PAYDATE-1, PAYDATE-4, PAYDATE-6): by its invoice's month, else the later of
 * its earned month and the first month not yet opened. Null when held or declined; once paid, the real date.
 */
export function paymentEstimates(work: Work<Tables>): (reward: Reward) => Day | null {
  const next = firstMonthToOpen(work);
  const byMonth = new Map<Month, Day>();
  const byInvoice = new Map<Key, Day | null>();
  const ofMonth = (month: Month): Day =>
    remembered(byMonth, month, () => expectedPayment(work.settings, month));
  return ({ status, paidOn, earnedOn, invoice: key }) => {
    if (status === "paid") return paidOn;
    if (status === "held" || status === "declined") return null;
    const invoice = work.get("invoices", key);
    if (invoice) {
      return remembered(byInvoice, invoice.key, () => paymentOfInvoice(work, invoice));
    }
    const earned = monthOf(earnedOn);
    return ofMonth(earned > next ? earned : next);
  };
}

/** When a payout is expected to be paid; once paid, the real date. Null where it was returned. */
export function payoutEstimate(work: Work<Tables>, payout: Payout): Day | null {
  const { status, paidOn, invoice: key } = payout;
  if (status === "paid") return paidOn;
  const invoice = work.get("invoices", key);
  if (status === "returned" || !invoice) return null;
  return paymentOfInvoice(work, invoice);
}

function remembered<K, D extends Day | null>(known: Map<K, D>, key: K, work: () => D): D {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = work();
  known.set(key, made);
  return made;
}
