import type { Output } from "../../engine/contract/contract";
import { sumOfDecimals } from "../format/sums";
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
export function sumsText(rewards: readonly Decidable[]): string {
  const currencies = [...new Set(rewards.map(({ currency }) => currency))];
  const sums = currencies.map((currency) => {
    const own = rewards.filter((each) => each.currency === currency);
    return text.money(sumOfDecimals(own.map(({ amount }) => amount)), currency);
  });
  return joinWithDots([text.count(rewards.length, "reward"), ...sums]);
}

/** The sums that the server says, in the same words. */
export const saidSums = (
  count: number,
  sums: readonly { readonly currency: string; readonly amount: string }[],
): string =>
  joinWithDots([
    text.count(count, "reward"),
    ...sums.map(({ amount, currency }) => text.money(amount, currency)),
  ]);
