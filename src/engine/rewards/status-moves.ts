import type { Day } from "../kernel/day";
import type { RewardStatus } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Reward } from "../tables";
import { isWithdrawn } from "./adjustments";
import { accept } from "./grant";

/** The moves a person may make; *paid* comes by a payout only (product.md §5). */
const moves: Readonly<Record<RewardStatus, readonly RewardStatus[]>> = {
  pending: ["approved", "held", "declined"],
  approved: ["pending", "held", "declined"],
  held: ["pending", "approved", "declined"],
  declined: ["pending"],
  paid: [],
};

/**
 * The statuses that a person may give the reward. A correction whose refund was withdrawn has none: brought back, it
 * would take the money a second time (product.md §6).
 */
export const movesFrom = (reward: Moving): readonly RewardStatus[] =>
  isWithdrawn(reward) ? [] : moves[reward.status];
type Moving = Pick<Reward, "source" | "status" | "refunds" | "decidedBy">;

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
}

/**
 * Moves a reward to another status. Holding or declining takes it off its invoice at once; released, it keeps
 * its earned date and waits for the next opening. The caller has checked that the move is legal.
 */
export function moveReward(work: Work<"rewards">, reward: Reward, move: StatusMove): Reward {
  const off = needsReason(move.status);
  return work.update("rewards", reward.key, {
    ...accept(reward, { status: move.status }),
    reason: off ? move.reason : null,
    ...(off ? { invoice: null } : {}),
    decidedBy: move.by,
    decidedOn: move.on,
  });
}
