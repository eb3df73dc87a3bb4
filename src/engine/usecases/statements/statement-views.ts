import type { Day } from "../../kernel/day";
import { amountOf } from "../../reports/statements/statement";
import type { PartToCome } from "../../reports/statements/statement-drips";
import type { Payout, Reward } from "../../tables";
import { showMoney } from "../shared/show-money";

/** A reward as its partner may read it. */
export function lineView(reward: Reward, estimatedPayment: Day | null) {
  const { key, description, customer, earnedOn, currency, adjusts } = reward;
  return {
    reward: key,
    description: description ?? "",
    customer,
    earnedOn,
    amount: showMoney({ amount: amountOf(reward), currency }),
    /** The reward that this one corrects. */
    adjusts,
    /** Null when held; once paid, the real date. */
    estimatedPayment,
  };
}

export const waitingView = (reward: Reward, estimatedPayment: Day | null) => ({
  ...lineView(reward, estimatedPayment),
  status: reward.status,
  /** Why it is held or declined. */
  reason: reward.reason,
});

export const payoutView = (payout: Payout, estimatedPayment: Day | null) => ({
  payout: payout.key,
  amount: showMoney(payout),
  /** What it takes from the balance: nothing where it was returned. */
  subtracted: showMoney({ ...payout, amount: payout.status === "returned" ? 0 : payout.amount }),
  status: payout.status,
  /** Null where it was returned; once paid, the real date. */
  estimatedPayment,
  paidOn: payout.paidOn,
  reference: payout.reference,
});

/** An occurrence still to be made; its amount is before the limits of that day. */
export const partView = (part: PartToCome) => ({
  drip: part.drip.key,
  description: part.drip.description ?? "",
  occurrence: part.occurrence,
  occurrences: part.drip.occurrences,
  due: part.due,
  amount: showMoney({ amount: part.amount, currency: part.drip.currency }),
  /** Null while the drip is paused, or where its rewards are put on hold. */
  estimatedPayment: part.estimatedPayment,
  paused: part.drip.pausedOn !== null,
});
