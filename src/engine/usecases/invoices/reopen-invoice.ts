import { deriveTouched } from "../../invoices/derive-touched";
import { reopenInvoice } from "../../invoices/reopen";
import {
  invoicesWithUnreadableLines,
  invoicesWithUnreadablePayouts,
} from "../../invoices/unreadable";
import { keyField, longTextField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { plural, say } from "../../kernel/say";
import { finalInvoice } from "../shared/invoice-by-state";
import { logAct } from "../shared/log-act";
import { invoiceAct, useCase } from "../shared/use-case";

/**
 * Takes a final invoice back into review, only before any payment; it starts paused (INVOICE-15). Throws
 * INVOICE_UNKNOWN, INVOICE_NOT_FINAL, INVOICE_UNREADABLE, INVOICE_PAYMENT_MADE, INVOICE_SENT or INVOICE_CARRIED_ON.
 */
export const reopenInvoiceByHand = useCase({
  name: "reopen-invoice",
  ...invoiceAct,
  inputs: {
    invoice: input("Invoice", keyField, { required: true }),
    reason: input("Reason", longTextField, { required: true, hint: "It is shown in Activity." }),
    fileUnused: input("The payment file was not used", yesNoField),
  },
  decide: (work, { invoice: key, reason: why, fileUnused }, env) => {
    const invoice = finalInvoice(work, key);
    if (invoicesWithUnreadableLines(work).has(key)) throw new DomainError("INVOICE_UNREADABLE");
    if (invoicesWithUnreadablePayouts(work).has(key)) throw new DomainError("PAYOUT_UNREADABLE");
    const how = { isFileUnused: fileUnused === true };
    const { lines, payouts } = reopenInvoice(work, invoice, how);
    deriveTouched(work);
    const to = say`In review, paused; ${plural(payouts, "payout")} taken away`;
    logAct(work, env, {
      what: "Reopened an invoice",
      reopens: true,
      records: [key],
      from: invoice.status,
      to,
      why,
    });
    /** The lines in review again, and the payouts that were taken away. */
    return { invoice: key, lines, payouts };
  },
});
