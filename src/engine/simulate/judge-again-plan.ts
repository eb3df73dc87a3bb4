import { dripKey, type Key, rewardKey } from "../kernel/keys";
import type { EventKind } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import { type Again, compareReward, type Difference } from "./judge-again";
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
      const [reward, drip] = [rewardKey(key, trigger), dripKey(key, trigger)];
      return [
        compareReward(again, again.work.get("rewards", reward), after.get("rewards", reward)) ?? [],
        compareDrip(again, drip, after.get("drips", drip), (each) => ended.has(each)) ?? [],
      ].flat();
    }),
  );
  const drips = after.all("drips").flatMap((drip) => compareEnd(again, drip) ?? []);
  const groups = after.all("partners").flatMap((partner) => compareGroup(again, partner) ?? []);
  return [...made, ...drips, ...groups].sort(keptLast);
}

const keptLast = (a: Difference, b: Difference): number =>
  Number(a.kind === "kept") - Number(b.kind === "kept");
