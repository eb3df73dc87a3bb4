import type { Day } from "../kernel/day";
import { adjustmentKey, type Key } from "../kernel/keys";
import type { Work } from "../program/work";
import { calculatedOf, putRightByRefunds } from "../rewards/adjustments";
import { stands } from "../rewards/grant";
import type { Reward } from "../tables";

/** The first free key for the line by which judging again corrects a reward on a final invoice. */
export function againKey(work: Work<"rewards">, reward: Key, today: Day): Key {
  const base = adjustmentKey(`again ${today}`, reward);
  let key = base;
  for (let n = 2; work.has("rewards", key); n++) key = `${base} ${n}`;
  return key;
}
const isAgain = ({ key }: Reward): boolean =>
  key.startsWith(adjustmentKey("again ", "").slice(0, -1));

/**
 * What the program worked out for a reward, with what refunds and judging again have corrected since; what a
 * person changed by hand left out. Minor units; 0 for a declined one.
 */
export function worthOf(work: Work<"rewards">, reward: Reward): number {
  if (!stands(reward)) return 0;
  const again = work
    .where("rewards", "adjusts", reward.key)
    .filter((each) => isAgain(each) && stands(each))
    .reduce((sum, each) => sum + each.amount, 0);
  return calculatedOf(reward) + putRightByRefunds(work, reward) + again;
}
