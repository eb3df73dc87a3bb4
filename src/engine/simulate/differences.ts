import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Money } from "../kernel/money";
import { say } from "../kernel/say";
import type { Program } from "../program/program";
import type { Work } from "../program/work";
import type { Reward, Trigger } from "../tables";
import { amountOrZero } from "./judge-again";
import { recordsOf } from "./people";

/** The trigger and those of its set, as it was and as it would be: what one takes the others lose. */
export function inSetsOf(program: Program, trigger: Trigger): readonly Key[] {
  const all = recordsOf(program, "triggers");
  const sets = [trigger, ...all.filter(({ key }) => key === trigger.key)].map(({ set }) => set);
  const mates = all.filter(
    ({ set, state }) => state === "active" && set !== null && sets.includes(set),
  );
  return [...new Set([trigger.key, ...mates.map(({ key }) => key)])];
}

/** What these triggers made, earned in the span. */
export const rewardsOf = (
  work: Work,
  triggers: readonly Key[],
  isInSpan: (on: Day) => boolean,
): readonly Reward[] =>
  triggers
    .flatMap((trigger) => work.where("rewards", "trigger", trigger))
    .filter(({ source, earnedOn }) => source !== "adjustment" && isInSpan(earnedOn));

/** Where what would be made of rewards, of the trigger or those of its set, differs from what was; null for none. */
export function differencesOf(
  now: Work,
  would: Work,
  triggers: readonly Key[],
  isInSpan: (on: Day) => boolean,
) {
  const before = new Map(rewardsOf(now, triggers, isInSpan).map((each) => [each.key, each]));
  const after = new Map(rewardsOf(would, triggers, isInSpan).map((each) => [each.key, each]));
  const keys = new Set([...before.keys(), ...after.keys()]);
  const moneyOf = (reward: Reward | undefined): Money | null => {
    const amount = amountOrZero(reward);
    return reward && amount !== 0 ? { amount, currency: reward.currency } : null;
  };
  return [...keys]
    .flatMap((key) => {
      const [old, next] = [before.get(key), after.get(key)];
      const [was, wanted] = [moneyOf(old), moneyOf(next)];
      const { partner, earnedOn } = (next ?? old) as Reward;
      const isSame = was?.amount === wanted?.amount && was?.currency === wanted?.currency;
      if (isSame && (old?.partner === next?.partner || was === null)) return [];
      const kind = was === null ? "added" : wanted === null ? "gone" : "changed";
      const words = (money: Money | null) => money && say`${money}`;
      return [{ reward: key, partner, earnedOn, kind, was: words(was), would: words(wanted) }];
    })
    .sort((a, b) => (a.earnedOn + a.reward < b.earnedOn + b.reward ? -1 : 1));
}
