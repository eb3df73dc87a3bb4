import { follow } from "../../invoices/derive-touched";
import { isOpen, PAID_TOO_SOON, pay } from "../../invoices/pay";
import { invoicesWithUnreadablePayouts } from "../../invoices/unreadable";
import { quoted } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import { dayField, keyField, madeKeyField, textField } from "../../kernel/fields";
import { input, listInput } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import type { InvoiceStatus } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { isFinal } from "../../rewards/final";
import type { Payout } from "../../tables";
import { logAct } from "../shared/log-act";
import { type ShownMoney, showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";

export interface PaidOutput {
  readonly invoice: Key;
  readonly status: InvoiceStatus;
  readonly payouts: readonly {
    readonly key: Key;
    readonly partner: Key;
    readonly amount: ShownMoney;
  }[];
  readonly rewards: number;
  readonly paidOn: Day;
}

/**
 * Records that the chosen payouts of a final invoice, or all that are still open, were paid, with one date and
 * reference (PAYOUT-1). Throws INVOICE_NOT_FINAL, INVOICE_PAID, PAYOUT_UNKNOWN, PAYOUT_SETTLED,
 * PAYOUT_OTHER_INVOICE or PAYOUT_NOT_ITS_LINES; all are paid or none.
 */
export const payInvoice = useCase({
  name: "pay-invoice",
  edits: "take over",
  inputs: {
    invoice: input("Invoice", keyField, { required: true }),
    payouts: listInput("Payouts", madeKeyField, { hint: "Their keys. Blank means all." }),
    paidOn: input("Paid on", dayField, { hint: "Blank means today." }),
    reference: input("Reference", textField, { hint: "The bank's or provider's reference." }),
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

/**
 * The payouts with these keys, all of that invoice and not paid. Throws PAYOUT_UNKNOWN,
 * PAYOUT_SETTLED or PAYOUT_OTHER_INVOICE.
 */
function openPayouts(work: Work<"payouts">, keys: readonly Key[], invoice: Key): readonly Payout[] {
  const payouts = keys.map((key) => payoutOf(work, key));
  if (!payouts.every(isOpen)) throw new DomainError("PAYOUT_SETTLED");
  if (payouts.some((each) => each.invoice !== invoice)) {
    throw new DomainError("PAYOUT_OTHER_INVOICE");
  }
  return payouts;
}

/** The payout with this key. Throws PAYOUT_UNKNOWN, naming it. */
export function payoutOf(work: Work<"payouts">, key: Key): Payout {
  const payout = work.get("payouts", key);
  if (payout) return payout;
  const detail = `There is no usable payout ${quoted(key)}. Choose one from its invoice's list.`;
  throw new DomainError("PAYOUT_UNKNOWN", detail);
}

type Tables = "settings" | "rewards" | "invoices" | "payouts" | "drips" | "activity";

/** Pays some payouts of one invoice. Refuses a day of payment that is still to come. */
function payAll(
  work: Work<Tables>,
  invoice: Key,
  payouts: readonly Payout[],
  paidOn: Day,
  reference: string | null,
  env: Env,
): PaidOutput {
  if (paidOn > env.today) refuseInput("paidOn", PAID_TOO_SOON);
  const payment = { paidOn, reference, by: env.user, today: env.today };
  const rewards = payouts.flatMap((payout) => pay(work, payout, payment));
  follow(work, rewards, [invoice]);
  return {
    invoice,
    status: work.get("invoices", invoice)?.status ?? "Final",
    payouts: payouts.map(({ key, partner, amount, currency }) => ({
      key,
      partner,
      amount: showMoney({ amount, currency }),
    })),
    rewards: rewards.length,
    paidOn,
  };
}
