import { type Late, lateRewards } from "../../invoices/late";
import { isOpen } from "../../invoices/pay";
import { clip } from "../../kernel/cells";
import { type Day, daysBetween } from "../../kernel/day";
import { toDecimal } from "../../kernel/money";
import type { Work, WorkOn } from "../../program/work";
import { isFinal } from "../../rewards/final";
import type { Invoice, Payout } from "../../tables";
import { payoutView } from "../payouts/list-payouts";
import { countAndSum } from "../shared/show-money";

/** An invoice as lists show it on a day; amounts are decimal text in its currency. */
export function invoiceView(
  work: WorkOn<{ readonly rewards: Late; readonly payouts: Payout }>,
  invoice: Invoice,
  today: Day,
) {
  const { key, month, currency, status, lines, total, openedOn, reviewEndsOn } = invoice;
  const open = isFinal(invoice) ? work.where("payouts", "invoice", key).filter(isOpen) : [];
  return {
    key,
    month,
    currency,
    status,
    lines,
    total: toDecimal({ amount: total, currency }),
    openedOn,
    reviewEndsOn,
    /** Days of review left, from whole days; negative once it is over. */
    daysLeft: daysBetween(today, reviewEndsOn),
    paused: invoice.paused,
    finalizedOn: invoice.finalizedOn,
    /** Its payouts that are not paid yet. */
    toPay: countAndSum(open, currency),
    /** Rewards that came late and can still go on it. */
    late: countAndSum(lateRewards(work, invoice), currency),
  };
}

/** A payout as its invoice's list shows it. */
export function invoicePayoutView(
  work: Work<"settings" | "partners" | "rewards" | "invoices" | "payouts">,
  payout: Payout,
) {
  return {
    ...payoutView(work, payout),
    /** The partner's row is gone: what is owed stays owed. */
    isOrphan: !work.has("partners", payout.partner),
    method: work.get("partners", payout.partner)?.payoutMethod ?? "",
    lines: work.where("rewards", "payout", payout.key).length,
    paidOn: payout.paidOn,
    file: clip(payout.file ?? ""),
  };
}
