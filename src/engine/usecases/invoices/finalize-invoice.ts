import { hasPayouts } from "../../edits/invoices";
import { takenOver } from "../../edits/typed-over";
import { deriveTouched } from "../../invoices/derive-touched";
import { finalizeInvoice } from "../../invoices/finalize";
import { invoicesWithUnreadableLines } from "../../invoices/unreadable";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { chosen } from "../shared/chosen";
import { invoiceInReview } from "../shared/invoice-by-state";
import { logAct } from "../shared/log-act";
import { invoiceAct, useCase } from "../shared/use-case";

/**
 * Makes an invoice final by hand, before its review's end or while it is paused (INVOICE-23). Throws
 * INVOICE_UNKNOWN, INVOICE_NOT_IN_REVIEW or INVOICE_UNREADABLE.
 */
export const finalizeInvoiceByHand = useCase({
  name: "finalize-invoice",
  ...invoiceAct,
  inputs: { invoice: input("Invoice", keyField, { required: true }) },
  reads: [...takenOver, "partners"],
  decide: (work, { invoice: key }, env) => {
    const before = invoiceInReview(work, key);
    if (hasPayouts(work, key)) throw new DomainError("INVOICE_NOT_IN_REVIEW");
    if (invoicesWithUnreadableLines(work).has(key)) throw new DomainError("INVOICE_UNREADABLE");
    const how = { today: env.today, run: null, by: env.user };
    finalizeInvoice(work, key, how);
    deriveTouched(work);
    const { status } = chosen(work, "invoices", key);
    const what = "Finalized an invoice";
    logAct(work, env, { what, records: [key], from: before.status, to: status });
    return { payouts: work.where("payouts", "invoice", key).length };
  },
});
