import type { Work } from "../program/work";
import type { Reward } from "../tables";
import { decisionsOf, termsOf } from "./decisions";
import { accepting } from "./grant";

/**
 * Changes cells of a reward's row, with what is kept beside them: what was accepted last (EDIT-1), and its frozen terms,
 * without which its calculated amount would be lost with the amount it was made with. Nothing where nothing differs. Status,
 * amount, partner, day and invoices are changed here and nowhere else.
 */
export function changeReward(work: Work<"rewards">, reward: Reward, to: Partial<Reward>): Reward {
  const { amount = reward.amount, calculated = reward.calculated } = to;
  const isAsMade = amount === reward.amount && calculated === null;
  const kept: Partial<Reward> = isAsMade
    ? {}
    : {
        terms: to.terms ?? reward.terms ?? termsOf(reward),
        decisions: to.decisions ?? decisionsOf(reward),
      };
  const changes = differing(reward, { ...accepting({ ...reward, ...to }), ...to, ...kept });
  return Object.keys(changes).length === 0 ? reward : work.update("rewards", reward.key, changes);
}

/** The cells that are another than before. */
function differing(reward: Reward, to: Partial<Reward>): Partial<Reward> {
  const now: Readonly<Record<string, unknown>> = reward;
  const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);
  return Object.fromEntries(Object.entries(to).filter(([id, value]) => !isSame(now[id], value)));
}
