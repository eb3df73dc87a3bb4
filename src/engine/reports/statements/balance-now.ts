import type { Day } from "../../kernel/day";
import { sumOf } from "../../kernel/group-by";
import type { Currency } from "../../kernel/money";
import type { Reward } from "../../tables";
import { amountOf } from "./statement";

/** What a partner is owed in one currency now, beside any month's statement (STATEMENT-7). Minor units. */
export type BalanceNow = ReturnType<typeof balanceNow>;

/** What of a reward its balance is told from. */
type Balanced = Pick<Reward, "currency" | "status" | "amount" | "accepted">;

export const isOwed = ({ status }: Pick<Reward, "status">): boolean =>
  status === "pending" || status === "approved";

/** The balance of a partner's rewards in one currency; `estimate` says when each is expected to be paid. */
export function balanceNow<R extends Balanced>(
  rewards: readonly R[],
  currency: Currency,
  estimate: (reward: R) => Day | null,
) {
  const own = rewards.filter((reward) => reward.currency === currency);
  const sum = (counts: (reward: R) => boolean): number => sumOf(own.filter(counts), amountOf);
  const dates = own.filter(isOwed).flatMap((reward) => estimate(reward) ?? []);
  const nextOn = dates.sort()[0] ?? null;
  return {
    currency,
    /** Pending and approved, not yet paid: carried lines count once. Negative where the partner owes. */
    owed: sum(isOwed),
    /** Of that, what nobody has reviewed. */
    pending: sum(({ status }) => status === "pending"),
    /** Held: not in what is owed. */
    held: sum(({ status }) => status === "held"),
    /** When the first of what is owed is expected to be paid, and how much of it on that day. */
    nextOn,
    next: sum((reward) => isOwed(reward) && nextOn !== null && estimate(reward) === nextOn),
  };
}
