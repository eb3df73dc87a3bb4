import type { Day } from "../../kernel/day";
import { sumOf } from "../../kernel/group-by";
import type { Currency } from "../../kernel/money";
import type { Reward } from "../../tables";
import { amountOf } from "./statement";

/** What a partner is owed in one currency now, beside any month's statement (STATEMENT-7). Minor units. */
export interface BalanceNow {
  readonly currency: Currency;
  /** Pending and approved, not yet paid: carried lines count once. Negative where the partner owes. */
  readonly owed: number;
  /** Of that, what nobody has reviewed. */
  readonly pending: number;
  /** Held: not in what is owed. */
  readonly held: number;
  /** When the first of what is owed is expected to be paid, and how much of it on that day. */
  readonly nextOn: Day | null;
  readonly next: number;
}

/** What of a reward its balance is told from. */
export type Balanced = Pick<Reward, "currency" | "status" | "amount" | "accepted">;

export const isOwed = ({ status }: Pick<Reward, "status">): boolean =>
  status === "pending" || status === "approved";

/** The balance of a partner's rewards in one currency; `estimate` says when each is expected to be paid. */
export function balanceNow<R extends Balanced>(
  rewards: readonly R[],
  currency: Currency,
  estimate: (reward: R) => Day | null,
): BalanceNow {
  const own = rewards.filter((reward) => reward.currency === currency);
  const sum = (counts: (reward: R) => boolean): number => sumOf(own.filter(counts), amountOf);
  const dates = own.filter(isOwed).flatMap((reward) => estimate(reward) ?? []);
  const nextOn = dates.sort()[0] ?? null;
  return {
    currency,
    owed: sum(isOwed),
    pending: sum(({ status }) => status === "pending"),
    held: sum(({ status }) => status === "held"),
    nextOn,
    next: sum((reward) => isOwed(reward) && nextOn !== null && estimate(reward) === nextOn),
  };
}
