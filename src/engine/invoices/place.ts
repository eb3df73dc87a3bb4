import { type Day, lastDay, type Month } from "../kernel/day";
import { invoiceKey } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import { DomainError } from "../kernel/problem";
import type { Work } from "../program/work";
import { isFinal, isOnFinal } from "../rewards/final";
import type { Invoice, Reward } from "../tables";
import { isCarriedPast } from "./late";
import { insertInvoice } from "./open";

/** The months with an invoice in review, newest first: where a reward made by hand may go at once (REWARD-15). */
export function monthsInReview(work: Work<"invoices">): readonly Month[] {
  const open = work.where("invoices", "finalizedOn", null).map(({ month }) => month);
  return [...new Set(open)].sort().reverse();
}

/**
 * The invoice in review of a month and currency; where the month has none in this currency, one is opened (REWARD-15).
 * Throws INVOICE_NOT_IN_REVIEW where the month's review is over or not begun.
 */
export function invoiceInReview(
  work: Work<"invoices">,
  month: Month,
  currency: Currency,
  today: Day,
): Invoice {
  const key = invoiceKey(month, currency);
  const existing = work.get("invoices", key);
  if (existing && !isFinal(existing)) return existing;
  if (work.has("invoices", key) || !monthsInReview(work).includes(month)) {
    throw new DomainError("INVOICE_NOT_IN_REVIEW");
  }
  return insertInvoice(work, month, currency, today, null);
}

/**
 * Whether a reward may go on an invoice in review (INVOICE-8). Throws REWARD_LOCKED, REWARD_NOT_INVOICEABLE,
 * INVOICE_OTHER_CURRENCY, or INVOICE_TOO_EARLY for one that was earned after the month or carried from the invoice or a
 * later one. Only for a manual reward does a person choose an earlier month (REWARD-15).
 */
export function checkPlace(work: Work<"invoices">, reward: Reward, invoice: Invoice): void {
  if (isOnFinal(work, reward)) throw new DomainError("REWARD_LOCKED");
  if (reward.status !== "pending" && reward.status !== "approved") {
    throw new DomainError("REWARD_NOT_INVOICEABLE");
  }
  if (reward.currency !== invoice.currency) throw new DomainError("INVOICE_OTHER_CURRENCY");
  const isEarly = reward.source !== "manual" && reward.earnedOn > lastDay(invoice.month);
  if (isEarly || isCarriedPast(reward, invoice)) {
    throw new DomainError("INVOICE_TOO_EARLY");
  }
}
