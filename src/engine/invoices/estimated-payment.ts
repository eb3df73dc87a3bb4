import { type Day, type Month, monthOf } from "../kernel/day";
import type { Key } from "../kernel/keys";
import { remembered } from "../kernel/remembered";
import type { Work } from "../program/work";
import type { Payout, Reward } from "../tables";
import { expectedPayment, firstMonthToOpen, lastDayLived, paymentOfInvoice } from "./months";

type Tables = "settings" | "invoices";
/** What of a reward tells when it is paid. */
export type Dated = Pick<Reward, "status" | "paidOn" | "earnedOn" | "invoice">;

/** A date that is over is no estimate: what was not paid by then is overdue (PAYDATE-7). */
const stillToCome = (on: Day | null, lived: Day): Day | null =>
  on !== null && on < lived ? null : on;

/** When a reward is expected to be paid, as it is shown: blank where that day is over (PAYDATE-7). */
export function paymentEstimates(work: Work<Tables>): (reward: Dated) => Day | null {
  const dateOf = paymentDates(work);
  const lived = lastDayLived(work);
  return (reward) =>
    reward.status === "paid" ? dateOf(reward) : stillToCome(dateOf(reward), lived);
}

/**
 * Answers when a reward is or was to be paid (PAYDATE-1, PAYDATE-4, PAYDATE-6): by its invoice's month, else the later of
 * its earned month and the first month not yet opened. Null when held or declined; once paid, the real date.
 */
export function paymentDates(work: Work<Tables>): (reward: Dated) => Day | null {
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

/** When a payout is expected to be paid; once paid, the real date. Null where it was returned, or is overdue (PAYDATE-7). */
export const payoutEstimate = (work: Work<Tables>, payout: Payout): Day | null =>
  payout.status === "paid" ? payout.paidOn : stillToCome(dueDay(work, payout), lastDayLived(work));

/** Since when a payout that is not paid is overdue; null where it is not. */
export function overdueSince(work: Work<Tables>, payout: Payout): Day | null {
  const on = dueDay(work, payout);
  return on !== null && on < lastDayLived(work) ? on : null;
}

function dueDay(work: Work<Tables>, { status, invoice: key }: Payout): Day | null {
  const invoice = work.get("invoices", key);
  const isUnpaid = status === "open" || status === "sent";
  return isUnpaid && invoice ? paymentOfInvoice(work, invoice) : null;
}
