import { type Month, monthOf } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import type { Measure, Work } from "../program/work";
import type { Reward } from "../tables";
import { stands } from "./grant";

const bucket = (...parts: readonly string[]): string => parts.join("\u0001");
// Parts of drips are left out: how many are made by now depends on when runs happened, and rules must not.
const counts = ({ drip }: Reward): boolean => drip === null;
const amountOf = (reward: Reward): number => (stands(reward) ? reward.amount : 0);

const inAll: Measure<"rewards"> = {
  table: "rewards",
  bucketOf: (reward) => (counts(reward) ? bucket(reward.partner, reward.currency) : undefined),
  amountOf,
};
const byMonth: Measure<"rewards"> = {
  table: "rewards",
  bucketOf: (reward) =>
    counts(reward) ? bucket(reward.partner, reward.currency, monthOf(reward.earnedOn)) : undefined,
  amountOf,
};

/** What a partner was granted and stands, in all or of a month of earning; minor units. */
export const rewardsOfPartner = (
  work: Work<"rewards">,
  partner: Key,
  currency: Currency,
  month?: Month,
): number =>
  month === undefined
    ? work.sum(inAll, bucket(partner, currency))
    : work.sum(byMonth, bucket(partner, currency, month));
