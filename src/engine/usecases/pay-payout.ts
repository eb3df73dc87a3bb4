import type { Day } from "../day";
import { dayField, keyField, textField } from "../fields";
import { isOpen, pay } from "../invoicing/pay";
import type { Key } from "../keys";
import { DomainError } from "../problem";
import type { Payout } from "../tables";
import type { InvoiceStatus } from "../vocabulary";
import type { Work } from "../work";
import { upToDate } from "./chosen-rewards";
import { follow } from "./follow";
import { logAct } from "./log-act";
import { type ShownMoney, showMoney } from "./show-money";
import { type Env, input, useCase } from "./use-case";

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

/** Records the payment of one payout (product.md §6). Throws PAYOUT_UNKNOWN, PAYOUT_SETTLED or PAYOUT_NOT_ITS_LINES. */
export const payPayout = useCase({
  name: "pay-payout",
  writes: true,
  inputs: { payout: input("Payout", keyField, { required: true }), ...paymentInputs },
  reads: ["settings", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { payout: key, paidOn, reference }, env): PaidOutput => {
    const payout = work.get("payouts", key);
    if (!payout) throw new DomainError("PAYOUT_UNKNOWN");
    if (!isOpen(payout)) throw new DomainError("PAYOUT_SETTLED");
    const output = payAll(work, payout.invoice, [payout], paidOn ?? env.today, reference, env);
    logAct(work, env, {
      what: "Paid a payout",
      record: key,
      from: payout.status,
      to: `paid on ${output.paidOn}`,
      why: reference,
    });
    return output;
  },
});

type Tables = "settings" | "rewards" | "invoices" | "payouts" | "drips" | "activity";

/** Pays some payouts of one invoice. */
export function payAll(
  work: Work<Tables>,
  invoice: Key,
  payouts: readonly Payout[],
  paidOn: Day,
  reference: string | null,
  env: Env,
): PaidOutput {
  upToDate(
    work,
    payouts.flatMap(({ key }) => work.where("rewards", "payout", key)),
    env,
  );
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
