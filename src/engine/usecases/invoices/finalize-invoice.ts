import { hasPayouts } from "../../edits/invoices";
import { takenOver } from "../../edits/typed-over";
import { deriveTouched } from "../../invoices/derive-touched";
import { finalizeInvoice } from "../../invoices/finalize";
import { invoicesWithUnreadableLines } from "../../invoices/unreadable";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { chosen } from "../shared/chosen";
import { invoiceInReview } from "../shared/invoice-by-state";
import { logAct } from "../shared/log-act";
import { showMoney } from "../shared/show-money";
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
    const carried = finalizeInvoice(work, key, how);
    deriveTouched(work);
    const { status, lines, total, currency } = chosen(work, "invoices", key);
    const what = "Finalized an invoice";
    logAct(work, env, { what, records: [key], from: before.status, to: status });
    const shown = ({ partner, amount }: { readonly partner: Key; readonly amount: number }) => ({
      partner,
      amount: showMoney({ amount, currency }),
    });
    return {
      invoice: key,
      status,
      lines,
      total: showMoney({ amount: total, currency }),
      payouts: work
        .where("payouts", "invoice", key)
        .map((payout) => ({ key: payout.key, ...shown(payout) })),
      /** Partners whose sum moves to the next invoice: negative, or below the minimum payout. */
      carried: carried.map(shown),
    };
  },
});
