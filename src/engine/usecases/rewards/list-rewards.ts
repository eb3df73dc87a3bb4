import type { Env } from "../../kernel/env";
import { wordField } from "../../kernel/fields";
import { type InputOf, input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { ownKey } from "../../kernel/order";
import { some } from "../../program/reads";
import type { WorkOn } from "../../program/work";
import type { Customer, Partner } from "../../tables";
import { dayTexts, everyWord, type Texts } from "../shared/every-word";
import { list } from "../shared/list";
import { textsOfCustomer, textsOfPartner } from "../shared/names";
import { rewardViews, viewed } from "../shared/reward-view";
import {
  type Found,
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
  reads: [viewed, "partners", some("customers", "name", "email"), "invoices"],
  filters: {
    ...rewardFilters,
    sort: input("Sort by", wordField(rewardOrders), { hint: "Blank lists the newest first." }),
  },
  rows: (work, given) => filteredRewards(work, given),
  ignored: ignoredWords,
  texts: (work, reward, env) => textsOfReward(work, reward, env),
  order: (work, { sort }) => [...placesOf(work, sort), ownKey],
  show: (work) => rewardViews(work),
});

interface Named {
  readonly partners: Pick<Partner, "name" | "email">;
  readonly customers: Pick<Customer, "name" | "email">;
}
/** What a reward is found by. */
export function textsOfReward(
  work: WorkOn<Named>,
  reward: Found,
  { entry }: Pick<Env, "entry">,
): Texts {
  const { key, partner, customer, description, reason, invoice, currency } = reward;
  const who = [...textsOfPartner(work, partner), ...textsOfCustomer(work, customer)];
  const sum = [toDecimal(reward), currency, ...dayTexts(reward.earnedOn, entry)];
  return [key, ...who, description, reason, invoice, ...sum, reward.paidOn];
}

/** The rewards that a search and filters find, as the list does. */
export const foundRewards = <R extends Found>(
  work: WorkOn<Named & { readonly rewards: R }>,
  given: InputOf<typeof rewardFilters> & { readonly search: string | null },
  env: Pick<Env, "entry">,
): readonly R[] => {
  const says = everyWord(given.search, work.program.context, env.entry, ignoredWords);
  return filteredRewards(work, given).filter((reward) =>
    says(() => textsOfReward(work, reward, env)),
  );
};
