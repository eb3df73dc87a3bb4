import { follow } from "../../invoices/derive-touched";
import { reopenInvoice } from "../../invoices/reopen";
import {
  invoicesWithUnreadableLines,
  invoicesWithUnreadablePayouts,
} from "../../invoices/unreadable";
import { keyField, longTextField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { isFinal } from "../../rewards/final";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

export interface ReopenInvoiceOutput {
  readonly invoice: Key;
  /** The lines in review again. */
  readonly lines: number;
  /** The payouts that were taken away. */
  readonly payouts: number;
}

/**
 * Takes a final invoice back into review, only before any payment; it starts paused (INVOICE-15). Throws
 * INVOICE_UNKNOWN, INVOICE_NOT_FINAL, INVOICE_UNREADABLE, INVOICE_PAYMENT_MADE, INVOICE_SENT or INVOICE_CARRIED_ON.
 */
export const reopenInvoiceByHand = useCase({
  name: "reopen-invoice",
  edits: "take over",
  inputs: {
    invoice: input("Invoice", keyField, { required: true }),
    reason: input("Reason", longTextField, { required: true, hint: "It is kept in Activity." }),
    fileUnused: input("The payment file was not used", yesNoField),
  },
  reads: ["settings", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { invoice: key, reason, fileUnused }, env): ReopenInvoiceOutput => {
    const invoice = work.get("invoices", key);
    if (!invoice) throw new DomainError("INVOICE_UNKNOWN");
    if (!isFinal(invoice)) throw new DomainError("INVOICE_NOT_FINAL");
    if (invoicesWithUnreadableLines(work).has(key)) throw new DomainError("INVOICE_UNREADABLE");
    if (invoicesWithUnreadablePayouts(work).has(key)) {
      throw new DomainError("PAYOUT_UNREADABLE");
    }
    const isFileUnused = fileUnused === true;
    const { lines, payouts, from } = reopenInvoice(work, invoice, { isFileUnused });
    follow(work, lines, [key, ...from]);
    const count = `${payouts.length} ${payouts.length === 1 ? "payout" : "payouts"} taken away`;
    const to = `In review, paused; ${count}`;
    logAct(work, env, {
      what: "Reopened an invoice",
      record: key,
      from: invoice.status,
      to,
      why: reason,
    });
    return { invoice: key, lines: lines.length, payouts: payouts.length };
  },
});
