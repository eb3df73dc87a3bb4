import { lateRewards } from "../../invoices/late";
import { sumOf } from "../../invoices/partner-sums";
import { isOpen } from "../../invoices/pay";
import { clip } from "../../kernel/cells";
import { type Day, daysBetween, type Month } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import { toDecimal } from "../../kernel/money";
import type { InvoiceStatus } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { isFinal } from "../../rewards/final";
import type { Invoice, Payout } from "../../tables";
import { type PayoutView, payoutView } from "../payouts/list-payouts";

/** How many, and what they come to as decimal text of the currency beside. */
export interface CountAndSum {
  readonly count: number;
  readonly amount: string;
}
/** An invoice as lists show it; amounts are decimal text in its currency. */
export interface InvoiceView {
  readonly key: Key;
  readonly month: Month;
  readonly currency: string;
  readonly status: InvoiceStatus;
  readonly lines: number;
  readonly total: string;
  readonly openedOn: Day;
  readonly reviewEndsOn: Day;
  /** Days of review left, from whole days; negative once it is over. */
  readonly daysLeft: number;
  readonly paused: boolean;
  readonly finalizedOn: Day | null;
  /** Its payouts that are not paid yet. */
  readonly toPay: CountAndSum;
  /** Rewards that came late and can still go on it. */
  readonly late: CountAndSum;
}

/** How an invoice is shown on a day. */
export function invoiceView(
  work: Work<"rewards" | "invoices" | "payouts">,
  invoice: Invoice,
  today: Day,
): InvoiceView {
  const { key, month, currency, status, lines, total } = invoice;
  const open = isFinal(invoice) ? work.where("payouts", "invoice", key).filter(isOpen) : [];
  const summed = (rows: readonly { readonly amount: number }[]): CountAndSum => ({
    count: rows.length,
    amount: toDecimal({ amount: sumOf(rows), currency }),
  });
  return {
    key,
    month,
    currency,
    status,
    lines,
    total: toDecimal({ amount: total, currency }),
    openedOn: invoice.openedOn,
    reviewEndsOn: invoice.reviewEndsOn,
    daysLeft: daysBetween(today, invoice.reviewEndsOn),
    paused: invoice.paused,
    finalizedOn: invoice.finalizedOn,
    toPay: summed(open),
    late: summed(lateRewards(work, invoice)),
  };
}

/** A payout as its invoice's list shows it. */
export interface InvoicePayoutView extends PayoutView {
  /** The partner's row is gone: what is owed stays owed. */
  readonly isOrphan: boolean;
  readonly method: string;
  readonly lines: number;
  readonly paidOn: Day | null;
  readonly file: string;
}

/** How a payout is shown among those of its invoice. */
export function invoicePayoutView(
  work: Work<"settings" | "partners" | "rewards" | "invoices" | "payouts">,
  payout: Payout,
): InvoicePayoutView {
  return {
    ...payoutView(work, payout),
    isOrphan: !work.has("partners", payout.partner),
    method: work.get("partners", payout.partner)?.payoutMethod ?? "",
    lines: work.where("rewards", "payout", payout.key).length,
    paidOn: payout.paidOn,
    file: clip(payout.file ?? ""),
  };
}
