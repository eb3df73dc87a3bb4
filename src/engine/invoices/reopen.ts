import { DomainError } from "../kernel/problem";
import type { Work } from "../program/work";
import { changeReward } from "../rewards/change-reward";
import { isOnFinal } from "../rewards/final";
import type { Invoice, Payout, Reward } from "../tables";

type Tables = "invoices" | "payouts" | "rewards";

/**
 * Takes a final invoice back into review, paused, before any payment (INVOICE-15): its payouts go, what it
 * carried on comes back, what only silence approved is pending again. Throws INVOICE_PAYMENT_MADE,
 * INVOICE_SENT unless the payment file was not used, or INVOICE_CARRIED_ON. Answers how many lines are in review again,
 * those that had been carried on included, and how many payouts were taken away.
 */
export function reopenInvoice(
  work: Work<Tables>,
  invoice: Invoice,
  { isFileUnused }: { readonly isFileUnused: boolean },
): { readonly lines: number; readonly payouts: number } {
  const payouts = work.where("payouts", "invoice", invoice.key);
  if (payouts.some(wasPaid)) throw new DomainError("INVOICE_PAYMENT_MADE");
  if (!isFileUnused && payouts.some(({ status }) => status === "sent")) {
    throw new DomainError("INVOICE_SENT");
  }
  const carried = carriedOn(work, invoice);
  const lines = [...work.where("rewards", "invoice", invoice.key), ...carried];
  for (const { key } of payouts) work.remove("payouts", key);
  for (const reward of lines) changeReward(work, reward, inReviewAgain(reward, invoice));
  work.update("invoices", invoice.key, { finalizedOn: null, paused: true });
  return { lines: lines.length, payouts: payouts.length };
}

/** A sum of exactly 0 settles without a transfer, so it is no payment. */
const wasPaid = ({ status, amount }: Payout): boolean =>
  status === "returned" || (status === "paid" && amount !== 0);

/** The lines that this invoice carried to the next one, its own and those carried to it, wherever they wait now. */
function carriedOn(work: Work<Tables>, invoice: Invoice): readonly Reward[] {
  const carried = work
    .where("rewards", "currency", invoice.currency)
    .filter(({ firstInvoice, invoice: on }) => {
      const isLater = on === null || on > invoice.key;
      return firstInvoice !== null && firstInvoice <= invoice.key && isLater;
    });
  const isStuck = (line: Reward) => line.firstInvoice === invoice.key && isOnFinal(work, line);
  if (carried.some(isStuck)) throw new DomainError("INVOICE_CARRIED_ON");
  return carried.filter((line) => !isOnFinal(work, line));
}

function inReviewAgain(reward: Reward, { key, finalizedOn }: Invoice): Partial<Reward> {
  const wasSilent = reward.decidedBy === "silence" && reward.decidedOn === finalizedOn;
  return {
    status: wasSilent ? "pending" : "approved",
    ...(wasSilent ? { decidedBy: null, decidedOn: null } : {}),
    invoice: key,
    payout: null,
    paidOn: null,
    firstInvoice: reward.firstInvoice === key ? null : reward.firstInvoice,
  };
}
