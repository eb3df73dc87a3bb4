import type { Day } from "../kernel/day";
import { sumOf } from "../kernel/group-by";
import { sortBy } from "../kernel/order";
import type { Work } from "../program/work";
import { paymentOfInvoice } from "./months";

type Read = Work<"settings" | "rewards" | "invoices">;

/**
 * The final invoices of which lines are not paid, with the day on which they should be; the oldest first. The lines tell all of
 * it: a payout is what one partner gets of an invoice. Minor units.
 */
export function unpaidInvoices(work: Read) {
  const unpaid = work.where("invoices", "status", "Final").flatMap((invoice) => {
    const since = paymentOfInvoice(work, invoice);
    const lines = work
      .where("rewards", "invoice", invoice.key)
      .filter(({ status }) => status === "approved");
    if (since === null || lines.length === 0) return [];
    const payouts = new Set(lines.map(({ partner }) => partner)).size;
    return [{ invoice, payouts, amount: sumOf(lines), since }];
  });
  return sortBy(unpaid, ({ since }) => since);
}

/** Those of them past their payment date. */
export const overdueInvoices = (work: Read, today: Day) =>
  unpaidInvoices(work).filter(({ since }) => since < today);
