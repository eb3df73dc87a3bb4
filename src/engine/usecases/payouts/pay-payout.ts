import { follow } from "../../invoices/derive-touched";
import { isOpen, PAID_TOO_SOON, pay } from "../../invoices/pay";
import { quoted } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import { dayField, longTextField, textField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import type { InvoiceStatus } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import type { Payout } from "../../tables";
import { recordText } from "../shared/chosen-rewards";
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

export const paymentInputs = {
  paidOn: input("Paid on", dayField, { hint: "Blank means today." }),
  reference: input("Reference", textField, { hint: "The bank's or provider's reference." }),
};

/**
 * Records the payment of one payout, or of several of one invoice; all are paid or none (product.md §6). Throws
 * PAYOUT_UNKNOWN, PAYOUT_SETTLED, PAYOUT_NOT_ITS_LINES or PAYOUT_OTHER_INVOICE.
 */
export const payPayout = useCase({
  name: "pay-payout",
  edits: "take over",
  inputs: {
    payout: input("Payouts", longTextField, {
      longest: ANY_LENGTH,
      required: true,
      hint: "The payouts' keys, one a line.",
    }),
    ...paymentInputs,
  },
  reads: ["settings", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { payout: keys, paidOn, reference }, env): PaidOutput => {
    const payouts = openPayouts(work, keys, null);
    const [first] = payouts;
    if (!first) throw new DomainError("PAYOUT_UNKNOWN");
    const output = payAll(work, first.invoice, payouts, paidOn ?? env.today, reference, env);
    logAct(work, env, {
      what: payouts.length === 1 ? "Paid a payout" : `Paid ${payouts.length} payouts`,
      record: recordText(payouts.map(({ key }) => key)),
      from: [...new Set(payouts.map(({ status }) => status))].join(", "),
      to: `paid on ${output.paidOn}`,
      why: reference,
    });
    return output;
  },
});

/**
 * The payouts with these keys, one a line, all of one invoice (null: of any one) and not paid. Throws PAYOUT_UNKNOWN,
 * PAYOUT_SETTLED or PAYOUT_OTHER_INVOICE.
 */
export function openPayouts(
  work: Work<"payouts">,
  keys: string,
  invoice: Key | null,
): readonly Payout[] {
  const chosen = [...new Set(keys.split("\n").map((each) => each.trim()))].filter(Boolean);
  const payouts = chosen.map((key) => payoutOf(work, key));
  if (!payouts.every(isOpen)) throw new DomainError("PAYOUT_SETTLED");
  const wanted = invoice ?? payouts[0]?.invoice;
  if (payouts.some((each) => each.invoice !== wanted)) {
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
export function payAll(
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
