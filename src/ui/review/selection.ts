import type { Output } from "../../engine/contract/contract";
import { sumsByCurrency } from "../format/sums";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import type { RewardView } from "../rewards/reward-line";

/** A reward as far as deciding on it needs. */
export type Decidable = Pick<RewardView, "key" | "amount" | "moves"> &
  Partial<Pick<RewardView, "partnerName">> & { readonly currency: string };

/** Rewards that are ticked, by key. */
export type Ticked = ReadonlyMap<string, Decidable>;

/** What a reply of all that is found says, to tick. */
export const decidables = ({ rows, kinds }: Output<"choose-rewards">): readonly Decidable[] =>
  rows.map(([key, amount, currency, kind]) => ({
    key,
    amount,
    currency,
    moves: kinds[kind] ?? [],
  }));

/** "237 rewards · $11,222.33 · €40.00" */
export const countWithSums = (
  count: number,
  sums: readonly { readonly currency: string; readonly amount: string }[],
): string =>
  joinWithDots([
    text.count(count, "reward"),
    ...sums.map(({ amount, currency }) => text.money(amount, currency)),
  ]);

/** The number and the sums of these rewards. */
export const sumsText = (rewards: readonly Decidable[]): string =>
  countWithSums(rewards.length, sumsByCurrency(rewards));
