import type { Day } from "../kernel/day";
import type { RewardStatus } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Reward } from "../tables";
import { changeReward } from "./change-reward";
import { decisionsOf, isDeclinedByProgram } from "./decisions";
import { noteDecline, takeBackDecline } from "./declines";

/** The moves a person may make; *paid* comes by a payout only (REWARD-4). */
const moves: Readonly<Record<RewardStatus, readonly RewardStatus[]>> = {
  pending: ["approved", "held", "declined"],
  approved: ["pending", "held", "declined"],
  held: ["pending", "approved", "declined"],
  declined: ["pending"],
  paid: [],
};

/** The statuses that a person may give the reward. A line that adjusts nothing has none: it is the program's (TARGET-2d). */
export const movesFrom = (reward: Moving): readonly RewardStatus[] =>
  reward.source === "adjustment" && isDeclinedByProgram(reward) ? [] : moves[reward.status];
type Moving = Pick<Reward, "source" | "status" | "decidedBy">;

export const isLegalMove = (reward: Moving, to: RewardStatus): boolean =>
  movesFrom(reward).includes(to);

/** Held and declined need a reason, which the partner may read. */
export const needsReason = (status: RewardStatus): boolean =>
  status === "held" || status === "declined";

export interface StatusMove {
  readonly status: RewardStatus;
  readonly reason: string | null;
  readonly by: string;
  readonly on: Day;
  /** It is declined because judging its event again would not make it. */
  readonly isJudgedAway?: true;
}

/**
 * Moves a reward to another status. Holding or declining takes it off its invoice at once; released, it keeps its
 * earned date and waits for the next opening. What a decline, or taking one back, changes in the target of its
 * reward takes effect with the next run (TARGET-2c, TARGET-3). The caller has checked that the move is legal.
 */
export function moveReward(
  work: Work<"rewards" | "invoices">,
  reward: Reward,
  { status, reason, by, on, isJudgedAway }: StatusMove,
): Reward {
  if (status === "declined") noteDecline(work, reward);
  else if (reward.status === "declined") takeBackDecline(work, reward);
  const row = work.get("rewards", reward.key) ?? reward;
  const off = needsReason(status);
  const isNoted = row.decisions !== null || isJudgedAway === true;
  const decided = { approved: null, hold: null, judgedAway: isJudgedAway === true };
  return changeReward(work, row, {
    status,
    reason: off ? reason : null,
    ...(off ? { invoice: null } : {}),
    decidedBy: by,
    decidedOn: on,
    ...(isNoted ? { decisions: { ...decisionsOf(row), ...decided } } : {}),
  });
}
