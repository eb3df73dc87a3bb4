import { hasPayouts } from "../../edits/keep-final";
import { follow } from "../../invoices/derive-touched";
import { finalizeInvoice } from "../../invoices/finalize";
import { invoicesWithUnreadableLines } from "../../invoices/unreadable";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import type { InvoiceStatus } from "../../kernel/vocabulary";
import { isFinal } from "../../rewards/final";
import type { Invoice } from "../../tables";
import { logAct } from "../shared/log-act";
import { type ShownMoney, showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";

interface PartnerSum {
  readonly partner: Key;
  readonly amount: ShownMoney;
}
export interface FinalizeInvoiceOutput {
  readonly invoice: Key;
  readonly status: InvoiceStatus;
  readonly lines: number;
  readonly total: ShownMoney;
  readonly payouts: readonly ({ readonly key: Key } & PartnerSum)[];
  /** Partners whose sum moves to the next invoice: negative, or below the minimum payout. */
  readonly carried: readonly PartnerSum[];
}

/**
 * Makes an invoice final by hand, before its review's end or while it is paused (INVOICE-23). Throws
 * INVOICE_UNKNOWN, INVOICE_NOT_IN_REVIEW or INVOICE_UNREADABLE.
 */
export const finalizeInvoiceByHand = useCase({
  name: "finalize-invoice",
  edits: "take over",
  inputs: { invoice: input("Invoice", keyField, { required: true }) },
  reads: ["settings", "partners", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { invoice: key }, env): FinalizeInvoiceOutput => {
    const invoice = work.get("invoices", key);
    if (!invoice) throw new DomainError("INVOICE_UNKNOWN");
    if (isFinal(invoice) || hasPayouts(work, key)) throw new DomainError("INVOICE_NOT_IN_REVIEW");
    if (invoicesWithUnreadableLines(work).has(key)) throw new DomainError("INVOICE_UNREADABLE");
    const lines = work.where("rewards", "invoice", key).map((each) => each.key);
    const how = { today: env.today, run: null, by: env.user };
    const carried = finalizeInvoice(work, key, how);
    follow(work, lines, [key]);
    const after = work.get("invoices", key) as Invoice;
    logAct(work, env, {
      what: "Finalized an invoice",
      record: key,
      from: invoice.status,
      to: after.status,
    });
    return {
      invoice: key,
      status: after.status,
      lines: after.lines,
      total: showMoney({ amount: after.total, currency: after.currency }),
      payouts: work.where("payouts", "invoice", key).map((payout) => ({
        key: payout.key,
        partner: payout.partner,
        amount: showMoney(payout),
      })),
      carried: carried.map(({ partner, amount }) => ({
        partner,
        amount: showMoney({ amount, currency: after.currency }),
      })),
    };
  },
});
