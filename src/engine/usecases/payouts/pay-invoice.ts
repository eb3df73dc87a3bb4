import { isOpen } from "../../invoices/pay";
import { invoicesWithUnreadablePayouts } from "../../invoices/unreadable";
import { keyField, longTextField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { isFinal } from "../../rewards/final";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { openPayouts, type PaidOutput, payAll, paymentInputs } from "./pay-payout";

/**
 * Records that the chosen payouts of a final invoice, or all that are still open, were paid, with one date and
 * reference (product.md §6). Throws INVOICE_NOT_FINAL, INVOICE_PAID, PAYOUT_UNKNOWN, PAYOUT_SETTLED,
 * PAYOUT_OTHER_INVOICE or PAYOUT_NOT_ITS_LINES; all are paid or none.
 */
export const payInvoice = useCase({
  name: "pay-invoice",
  edits: "take over",
  inputs: {
    invoice: input("Invoice", keyField, { required: true }),
    payouts: input("Payouts", longTextField, {
      longest: ANY_LENGTH,
      hint: "Their keys, one a line. Blank means all.",
    }),
    ...paymentInputs,
  },
  reads: ["settings", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { invoice: key, payouts, paidOn, reference }, env): PaidOutput => {
    const invoice = work.get("invoices", key);
    if (!invoice) throw new DomainError("INVOICE_UNKNOWN");
    if (!isFinal(invoice)) throw new DomainError("INVOICE_NOT_FINAL");
    const open = payouts
      ? openPayouts(work, payouts, key)
      : work.where("payouts", "invoice", key).filter(isOpen);
    if (open.length === 0) {
      const isUnreadable = invoicesWithUnreadablePayouts(work).has(key);
      throw new DomainError(isUnreadable ? "PAYOUT_UNREADABLE" : "INVOICE_PAID");
    }
    const output = payAll(work, key, open, paidOn ?? env.today, reference, env);
    logAct(work, env, {
      what: `Paid ${open.length} ${open.length === 1 ? "payout" : "payouts"} of invoice ${invoice.month} ${invoice.currency}`,
      record: key,
      from: invoice.status,
      to: `${output.status} on ${output.paidOn}`,
      why: reference,
    });
    return output;
  },
});
