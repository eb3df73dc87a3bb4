import type { Capped } from "../../kernel/capped";
import type { Day, Month } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import type { PayoutStatus, RewardStatus } from "../../kernel/vocabulary";
import { amountOf } from "../../reports/statements/statement";
import type { PartToCome } from "../../reports/statements/statement-drips";
import type { Payout, Reward } from "../../tables";
import { type ShownMoney, showMoney } from "../shared/show-money";

/** A reward as its partner may read it. */
export interface StatementLine {
  readonly reward: Key;
  readonly description: string;
  readonly customer: Key | null;
  readonly earnedOn: Day;
  readonly amount: ShownMoney;
  /** The reward that this one corrects. */
  readonly adjusts: Key | null;
  /** Null when held; once paid, the real date. */
  readonly estimatedPayment: Day | null;
}
export interface StatementPayout {
  readonly payout: Key;
  readonly amount: ShownMoney;
  /** What it takes from the balance: nothing where it was returned. */
  readonly subtracted: ShownMoney;
  readonly status: PayoutStatus;
  /** Null where it was returned; once paid, the real date. */
  readonly estimatedPayment: Day | null;
  readonly paidOn: Day | null;
  readonly reference: string | null;
}
export interface WaitingLine extends StatementLine {
  readonly status: RewardStatus;
  /** Why it is held. */
  readonly reason: string | null;
}
/** An occurrence still to be made; its amount is before the limits of that day. */
export interface ComingPart {
  readonly drip: Key;
  readonly description: string;
  readonly occurrence: number;
  readonly occurrences: number;
  readonly due: Day;
  readonly amount: ShownMoney;
  /** Null while the drip is paused, or where its rewards are made held. */
  readonly estimatedPayment: Day | null;
  readonly paused: boolean;
}
/** A list that may be cut, with its whole sum. */
export interface SumOf<T> extends Capped<T> {
  readonly total: ShownMoney;
}
export interface StatementOutput {
  readonly partner: Key;
  readonly partnerName: string;
  readonly currency: string;
  readonly month: Month;
  readonly invoice: Key | null;
  /** False while its month, or an earlier one, is in review or not opened: the balance may still change. */
  readonly final: boolean;
  /** Rows of Rewards and Payouts, of this partner or of nobody, that can't be read and so may be missing here; never final with any. */
  readonly unreadable: number;
  readonly opening: ShownMoney;
  readonly lines: SumOf<StatementLine>;
  readonly payouts: SumOf<StatementPayout>;
  readonly closing: ShownMoney;
  /** Outside the balance, as the rows are today. */
  readonly below: {
    readonly pending: SumOf<WaitingLine>;
    readonly held: SumOf<WaitingLine>;
    readonly drips: SumOf<ComingPart>;
  };
}

export function lineView(reward: Reward, estimatedPayment: Day | null): StatementLine {
  const { key, description, customer, earnedOn, currency, adjusts } = reward;
  return {
    reward: key,
    description: description ?? "",
    customer,
    earnedOn,
    amount: showMoney({ amount: amountOf(reward), currency }),
    adjusts,
    estimatedPayment,
  };
}

export const waitingView = (reward: Reward, estimatedPayment: Day | null): WaitingLine => ({
  ...lineView(reward, estimatedPayment),
  status: reward.status,
  reason: reward.reason,
});

export const payoutView = (payout: Payout, estimatedPayment: Day | null): StatementPayout => ({
  payout: payout.key,
  amount: showMoney(payout),
  subtracted: showMoney({ ...payout, amount: payout.status === "returned" ? 0 : payout.amount }),
  status: payout.status,
  estimatedPayment,
  paidOn: payout.paidOn,
  reference: payout.reference,
});

export const partView = (part: PartToCome): ComingPart => ({
  drip: part.drip.key,
  description: part.drip.description ?? "",
  occurrence: part.occurrence,
  occurrences: part.drip.occurrences,
  due: part.due,
  amount: showMoney({ amount: part.amount, currency: part.drip.currency }),
  estimatedPayment: part.estimatedPayment,
  paused: part.drip.pausedOn !== null,
});
