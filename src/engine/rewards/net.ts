import { sumOf } from "../kernel/group-by";
import type { Key } from "../kernel/keys";
import type { Work, WorkOn } from "../program/work";
import type { Reward } from "../tables";
import { isNotDeclined } from "./grant";

type Line = Pick<Reward, "key" | "adjusts">;

/**
 * The reward that an adjusting line corrects; any other reward, and a line whose reward is gone, is its own.
 * Workbooks of earlier releases hold lines that correct lines: those belong to the reward at the end.
 */
export function adjustedReward<R extends Line>(
  reward: R,
  look: (key: Key | null) => R | undefined,
): R {
  const seen = new Set<Key>();
  let root = reward;
  while (root.adjusts !== null && !seen.has(root.key)) {
    seen.add(root.key);
    const next = look(root.adjusts);
    if (!next) break;
    root = next;
  }
  return root;
}

/** The same among all rewards. */
export const mainReward = <R extends Line>(work: WorkOn<{ readonly rewards: R }>, reward: R): R =>
  adjustedReward(reward, (key) => work.get("rewards", key));

/** The adjusting lines of a reward, whatever their status, in the order of the sheet. */
export function adjustingLines(work: Work<"rewards">, reward: Key): readonly Reward[] {
  return work
    .where("rewards", "adjusts", reward)
    .filter(({ key }) => key !== reward)
    .flatMap((line) => [line, ...adjustingLines(work, line.key)]);
}

/** What a row adds to the net of its reward: its amount unless it is declined, an open line's as if approved. Minor units. */
export const netAmount = (row: Reward): number => (isNotDeclined(row) ? row.amount : 0);

/** A reward's net: its row unless declined, and its adjusting lines, the open one as if approved (TARGET-13). Minor units. */
export const netOf = (work: Work<"rewards">, reward: Reward): number =>
  sumOf([reward, ...adjustingLines(work, reward.key)], netAmount);
