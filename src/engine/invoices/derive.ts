import { deriveDrip } from "../drips/progress";
import { sumOf } from "../kernel/group-by";
import type { Key } from "../kernel/keys";
import type { InvoiceStatus } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import { isFinal } from "../rewards/final";
import type { Invoice, Reward } from "../tables";
import { paymentEstimates } from "./estimated-payment";
import { isOpen } from "./pay";
import { invoicesWithUnreadablePayouts } from "./unreadable";

type Tables = "settings" | "invoices" | "payouts" | "rewards";

/**
 * Calculates every drip's status and progress, every invoice's status, lines and total, and every reward's estimated
 * payment from the rows.
 */
export function deriveAll(work: Work<Tables | "drips" | "transactions">): void {
  for (const { key } of work.all("drips")) deriveDrip(work, key);
  const unreadable = invoicesWithUnreadablePayouts(work);
  for (const { key } of work.all("invoices")) deriveInvoice(work, key, () => unreadable);
  deriveEstimates(work, work.all("rewards"));
}

/**
 * Calculates one invoice's status, lines and total (minor units), where they changed (INVOICE-21, INVOICE-22). Payouts are read
 * for a final one only.
 */
export function deriveInvoice(
  work: Work<Tables>,
  key: Key,
  unreadable = () => invoicesWithUnreadablePayouts(work),
): void {
  const invoice = work.get("invoices", key);
  if (!invoice) return;
  const lines = work.where("rewards", "invoice", key);
  const shown = {
    status: statusOf(work, invoice, unreadable),
    lines: lines.length,
    total: sumOf(lines),
  };
  const changed =
    shown.status !== invoice.status ||
    shown.lines !== invoice.lines ||
    shown.total !== invoice.total;
  if (changed) work.update("invoices", key, shown);
}

/** In review until it is final; Paid when no payout is open (INVOICE-20). One that can't be read may be. */
function statusOf(
  work: Work<"payouts">,
  invoice: Invoice,
  unreadable: () => ReadonlySet<Key>,
): InvoiceStatus {
  if (!isFinal(invoice)) return "In review";
  const payouts = work.where("payouts", "invoice", invoice.key);
  return payouts.some(isOpen) || unreadable().has(invoice.key) ? "Final" : "Paid";
}

/** Shows when rewards are expected to be paid, where that changed. */
export function deriveEstimates(
  work: Work<"settings" | "invoices" | "rewards">,
  rewards: readonly Reward[],
): void {
  const estimate = paymentEstimates(work);
  for (const reward of rewards) {
    const estimatedPayment = estimate(reward);
    if (estimatedPayment !== reward.estimatedPayment) {
      work.update("rewards", reward.key, { estimatedPayment });
    }
  }
}
