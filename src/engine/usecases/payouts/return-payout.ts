import { follow } from "../../invoices/derive-touched";
import { returnPayout } from "../../invoices/return-payout";
import { longTextField, madeKeyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import type { InvoiceStatus } from "../../kernel/vocabulary";
import { logAct } from "../shared/log-act";
import { type ShownMoney, showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { payoutOf } from "./pay-invoice";

export interface ReturnPayoutOutput {
  readonly payout: Key;
  /** The open payout that took its place, on the same invoice. */
  readonly next: Key;
  readonly amount: ShownMoney;
  readonly invoice: Key;
  readonly status: InvoiceStatus;
}

/**
 * Records that the payment of a payout came back or failed; its lines are owed again by a new payout (PAYOUT-3).
 * Throws PAYOUT_UNKNOWN, PAYOUT_NOT_PAID or PAYOUT_NOT_ITS_LINES.
 */
export const returnPayoutByHand = useCase({
  name: "return-payout",
  edits: "take over",
  inputs: {
    payout: input("Payout", madeKeyField, { required: true }),
    reason: input("Reason", longTextField, {
      required: true,
      hint: "Why the payment came back, such as “account closed”.",
    }),
  },
  reads: ["settings", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { payout: key, reason }, env): ReturnPayoutOutput => {
    const payout = payoutOf(work, key);
    const { invoice } = payout;
    const lines = work.where("rewards", "payout", key);
    const next = returnPayout(work, payout, { reason, by: env.user, today: env.today });
    follow(
      work,
      lines.map((each) => each.key),
      [invoice],
    );
    const to = `returned; ${next.key} is open`;
    logAct(work, env, {
      what: "Returned a payout",
      record: key,
      from: payout.status,
      to,
      why: reason,
    });
    const status = work.get("invoices", invoice)?.status ?? "Final";
    return { payout: key, next: next.key, amount: showMoney(payout), invoice, status };
  },
});
