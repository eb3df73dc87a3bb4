import { type Month, monthOf } from "../kernel/day";
import { bucket, type Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import type { Measure, Work } from "../program/work";
import type { Reward } from "../tables";
import { adjustedReward, netAmount } from "./net";

// Parts of drips are left out: how many are made by now depends on when runs happened, and rules must not.
const counts = ({ drip }: Reward): boolean => drip === null;

const granted = (named: (reward: Reward) => readonly string[]): Measure<"rewards"> => ({
  table: "rewards",
  bucketOf: (row, get) => {
    const reward = adjustedReward(row, get);
    return counts(reward) ? bucket(row.partner, row.currency, ...named(reward)) : undefined;
  },
  amountOf: netAmount,
});
const inAll = granted(() => []);
const byMonth = granted(({ earnedOn }) => [monthOf(earnedOn)]);

/** The net of what a partner was granted, in all or of a month of earning; lines count in the month of their reward. Minor units. */
export const rewardsOfPartner = (
  work: Work<"rewards">,
  partner: Key,
  currency: Currency,
  month?: Month,
): number =>
  month === undefined
    ? work.sum(inAll, bucket(partner, currency))
    : work.sum(byMonth, bucket(partner, currency, month));
