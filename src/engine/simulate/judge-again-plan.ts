import { dripKey, type Key, rejudgedRewardKey, rewardKey } from "../kernel/keys";
import type { EventKind } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import { isLocked } from "../rewards/final";
import type { Reward } from "../tables";
import { type Again, amountOrZero, compareReward, type Difference } from "./judge-again";
import { compareDrip, compareEnd, compareGroup } from "./judge-again-drips";

/** An event chosen to be judged again. */
export interface Chosen {
  readonly kind: EventKind;
  readonly key: Key;
}

/** The triggers there are, and those that are gone and made something. */
const triggersOf = (work: Work): readonly Key[] => {
  const made = [...work.all("rewards"), ...work.all("drips")].map(({ trigger }) => trigger ?? "");
  return [...new Set([...work.all("triggers").map(({ key }) => key), ...made])];
};

/**
 * All that differs between the program and what judging the events again came to, what is kept last. `ended` are
 * the drips that the person ends in the same step.
 */
export function planAgain(
  again: Again,
  after: Work,
  events: readonly Chosen[],
  ended: ReadonlySet<Key>,
): readonly Difference[] {
  const triggers = triggersOf(again.work);
  const made = events.flatMap(({ key }) =>
    triggers.flatMap((trigger) => {
      const drip = dripKey(key, trigger);
      return [
        ...compareRewards(again, rewardKey(key, trigger), after),
        compareDrip(again, drip, after.get("drips", drip), (each) => ended.has(each)) ?? [],
      ].flat();
    }),
  );
  const drips = after.all("drips").flatMap((drip) => compareEnd(again, drip) ?? []);
  const groups = after.all("partners").flatMap((partner) => compareGroup(again, partner) ?? []);
  return [...made, ...drips, ...groups].sort(keptLast);
}

/**
 * What differs in the rewards of one event and trigger. What is final stays with its partner, and is taken back where
 * another earns it now: that one gets a reward of its own.
 */
function compareRewards(again: Again, key: Key, after: Work): readonly Difference[] {
  const { work } = again;
  const wanted = after.get("rewards", key);
  const made: Reward[] = [];
  let n = 1;
  for (; work.has("rewards", rejudgedRewardKey(key, n)); n++) {
    const reward = work.get("rewards", rejudgedRewardKey(key, n));
    if (reward) made.push(reward);
  }
  const isFor = (reward: Reward) =>
    reward.partner === wanted?.partner && reward.currency === wanted.currency;
  const last = made[made.length - 1];
  const taking = made.find(isFor) ?? (last && !isLocked(work, last) ? last : undefined);
  const others = made
    .filter((reward) => reward !== taking && (reward.key === key || amountOrZero(reward) !== 0))
    .flatMap((reward) => compareReward(again, reward, undefined) ?? []);
  const own = wanted && (taking ? wanted : { ...wanted, key: rejudgedRewardKey(key, n) });
  return [...others, compareReward(again, taking, own) ?? []].flat();
}

const keptLast = (a: Difference, b: Difference): number =>
  Number(a.kind === "kept") - Number(b.kind === "kept");
