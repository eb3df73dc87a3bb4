import type { Env } from "../../kernel/env";
import { currencyField, keyField, madeKeyField, wordField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { down, ownKey } from "../../kernel/order";
import { rewardSources, rewardStatuses } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import type { Reward } from "../../tables";
import { dayTexts, type Texts } from "../shared/every-word";
import { list, matching } from "../shared/list";
import { textsOfCustomer, textsOfPartner } from "../shared/names";
import { rewardViews } from "../shared/reward-view";

/**
 * The rewards that meet every filter given, newest earned first. The search finds each of its words in what the
 * reward, its partner and its customer say, so "commission" and "reward" are left out of it: they are the same
 * thing (REWARD-3).
 */
export const listRewards = list({
  name: "list-rewards",
  reads: ["settings", "rewards", "partners", "customers", "invoices"],
  filters: {
    status: input("Status", wordField(rewardStatuses)),
    partner: input("Partner", keyField),
    customer: input("Customer", keyField),
    invoice: input("Invoice", keyField),
    onInvoice: input("On an invoice", yesNoField),
    currency: input("Currency", currencyField),
    source: input("Source", wordField(rewardSources)),
    drip: input("Drip", madeKeyField),
  },
  rows: (work, { search: _, page, skip, onInvoice, ...filters }) =>
    matching(work, "rewards", filters).filter(
      ({ invoice }) => onInvoice === null || onInvoice === (invoice !== null),
    ),
  ignored: ["reward", "rewards", "commission", "commissions"],
  texts: textsOfReward,
  order: (_) => [down(({ earnedOn }) => earnedOn), ownKey],
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
