import type { Work } from "../program/work";
import type { Reward } from "../tables";
import { changeReward } from "./change-reward";
import { calculatedOf, decisionsOf } from "./decisions";
import { adoptEarlierLines } from "./earlier-lines";
import { mainReward } from "./net";
import { positionOf } from "./position";

type Tables = "rewards" | "invoices";

const rewardOf = (work: Work<Tables>, row: Reward): Reward =>
  adoptEarlierLines(work, mainReward(work, row));

/**
 * Keeps what a person's decline of a row or line changes in its reward: it drops the typed amount; a line's
 * difference is let stand where the calculated amount had set it (TARGET-3, TARGET-3a).
 */
export function noteDecline(work: Work<Tables>, row: Reward): void {
  const reward = rewardOf(work, row);
  const position = positionOf(work, reward, calculatedOf(reward), null);
  const { decisions, isFinal, target, goal: declined, stood } = position;
  const { typed, letStand } = decisions;
  const isLine = row.key !== reward.key;
  const isCalculated = typed === null || target !== typed.amount;
  const isLet = isLine && isFinal && isCalculated;
  if (typed === null && !isLet) return;
  changeReward(work, reward, {
    decisions: {
      ...decisions,
      typed: null,
      letStand: isLet ? [...(letStand ?? []), { line: row.key, declined, stood }] : letStand,
    },
  });
  const now = work.get("rewards", row.key) ?? row;
  changeReward(work, now, { decisions: { ...decisionsOf(now), dropped: typed } });
}

/**
 * Takes a decline back: it lets nothing stand any more, and the typed amount that it dropped counts again
 * (TARGET-3c). The amount of a reward whose sale is refunded counts as typed now (TARGET-1i).
 */
export function takeBackDecline(work: Work<Tables>, row: Reward): void {
  const reward = rewardOf(work, row);
  const decisions = decisionsOf(reward);
  const isRefunded = reward.refunds !== null && calculatedOf(reward) === 0;
  if (row.key === reward.key && isRefunded) {
    if (row.amount === 0) return;
    const { finalLines } = positionOf(work, reward, 0, null);
    const typed = { amount: row.amount + finalLines, calculated: 0 };
    changeReward(work, reward, { decisions: { ...decisions, typed, letStand: null } });
    return;
  }
  const dropped = decisionsOf(row).dropped;
  const letStand = decisions.letStand?.filter(({ line }) => line !== row.key) ?? [];
  if (dropped === null && letStand.length === (decisions.letStand?.length ?? 0)) return;
  changeReward(work, reward, {
    decisions: {
      ...decisions,
      typed: decisions.typed ?? dropped,
      letStand: letStand.length === 0 ? null : letStand,
    },
  });
  const now = work.get("rewards", row.key) ?? row;
  changeReward(work, now, { decisions: { ...decisionsOf(now), dropped: null } });
}
