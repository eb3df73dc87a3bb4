import type { Judging } from "../judging/judge-event";
import { addDays, monthOf } from "../kernel/day";
import type { Env } from "../kernel/env";
import { dripKey, firstDripKey, firstRewardKey, type Key, rewardKey } from "../kernel/keys";
import type { Program } from "../program/program";
import type { Work } from "../program/work";
import { stands } from "../rewards/grant";
import type { ProgramEvent } from "../rules/program-event";
import { keptOf } from "../sales/kept";
import type { Reward } from "../tables";
import { type PastEvent, withRecords } from "./past";

/** The event with its records, and its customer's partner, as the sheet has them now. */
export const asOfToday = (now: Work, { event }: PastEvent): ProgramEvent => ({
  ...event,
  transaction: now.get("transactions", event.transaction?.key ?? null) ?? null,
  customer: now.get("customers", event.customer?.key ?? null) ?? null,
  partner: now.get("partners", event.partner?.key ?? null) ?? null,
});

/** What was granted before it counts for it; what the customer kept is what it is now. */
export function atItsPlace(
  judging: Judging,
  now: Work,
  env: Env,
  isLater: (reward: Reward) => boolean,
): Judging {
  const { work, ledger } = judging;
  return {
    ...judging,
    env,
    lateBefore: addDays(env.today, -work.settings.lateEventAfterDays),
    ledger: {
      ...ledger,
      kept: (sale) => keptOf(now, sale),
      rewardsOfPartner: (partner, currency, month) =>
        work
          .where("rewards", "partner", partner)
          .filter((each) => each.drip === null && each.currency === currency && stands(each))
          .filter((each) => !isLater(each) && (!month || monthOf(each.earnedOn) === month))
          .reduce((sum, { amount }) => sum + amount, 0),
    },
  };
}

/** The key of the event that a trigger's reward was made for. */
export const eventOf = ({ key, trigger }: Reward): Key =>
  trigger === null ? "" : firstRewardKey(key).slice(0, -rewardKey("", trigger).length);

/** The program without what triggers made for these events, and without people's own rewards: those come as deeds of their day. */
export function withoutMade(program: Program, chosen: ReadonlySet<string>): Program {
  const keys = [...chosen].map((place) => place.slice(place.indexOf(" ") + 1));
  const isMade = (name: (event: Key, trigger: Key) => Key) => {
    return ({ key, trigger }: { readonly key: Key; readonly trigger: Key | null }): boolean =>
      trigger !== null &&
      keys.some((event) => key.includes(event) && firstRewardKey(key) === name(event, trigger));
  };
  const isReward = isMade(rewardKey);
  const isDrip = isMade(dripKey);
  // Parts of such a drip and lines of such a reward go with it.
  const isOfThem = ({ key, adjusts, trigger }: Reward): boolean => {
    const made = adjusts ?? key;
    const drip = firstDripKey(made.replace(/#\d+$/, ""));
    return isReward({ key: made, trigger }) || isDrip({ key: drip, trigger });
  };
  return withRecords(
    withRecords(program, "rewards", (each) =>
      each.source === "manual" || isOfThem(each) ? undefined : each,
    ),
    "drips",
    (each) => (isDrip(each) ? undefined : each),
  );
}
