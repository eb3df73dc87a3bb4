import type { Env } from "../../kernel/env";
import { wordField } from "../../kernel/fields";
import { type InputOf, input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { ownKey } from "../../kernel/order";
import type { Work } from "../../program/work";
import type { Reward } from "../../tables";
import { dayTexts, everyWord, type Texts } from "../shared/every-word";
import { list } from "../shared/list";
import { textsOfCustomer, textsOfPartner } from "../shared/names";
import { rewardViews } from "../shared/reward-view";
import {
  filteredRewards,
  ignoredWords,
  placesOf,
  rewardFilters,
  rewardOrders,
} from "./reward-filters";

/**
 * The rewards that meet every filter given, newest earned first unless another order is asked for. The search finds each
 * of its words in what the reward, its partner and its customer say.
 */
export const listRewards = list({
  name: "list-rewards",
  reads: ["settings", "rewards", "partners", "customers", "invoices"],
  filters: {
    ...rewardFilters,
    sort: input("Sort by", wordField(rewardOrders), { hint: "Blank lists the newest first." }),
  },
  rows: filteredRewards,
  ignored: ignoredWords,
  texts: textsOfReward,
  order: (work, { sort }) => [...placesOf(work, sort), ownKey],
  show: rewardViews,
});

/** What a reward is found by. */
export function textsOfReward(
  work: Work<"partners" | "customers">,
  reward: Reward,
  { entry }: Pick<Env, "entry">,
): Texts {
  const { key, partner, customer, description, reason, invoice, currency } = reward;
  const who = [...textsOfPartner(work, partner), ...textsOfCustomer(work, customer)];
  const sum = [toDecimal(reward), currency, ...dayTexts(reward.earnedOn, entry)];
  return [key, ...who, description, reason, invoice, ...sum, reward.paidOn];
}

/** The rewards that a search and filters find, as the list does. */
export const foundRewards = (
  work: Work<"rewards" | "partners" | "customers">,
  given: InputOf<typeof rewardFilters> & { readonly search: string | null },
  env: Pick<Env, "entry">,
): readonly Reward[] => {
  const says = everyWord(given.search, work.program.context, env.entry, ignoredWords);
  return filteredRewards(work, given).filter((reward) =>
    says(() => textsOfReward(work, reward, env)),
  );
};
