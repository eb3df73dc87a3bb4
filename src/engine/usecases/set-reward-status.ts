import type { Day } from "../day";
import { longTextField, wordField } from "../fields";
import { isFinal, isLocked } from "../invoicing/locked";
import type { Key } from "../keys";
import { DomainError } from "../problem";
import { isLegalMove, moveReward, needsReason } from "../rewards/status-moves";
import type { Reward } from "../tables";
import type { RewardStatus } from "../vocabulary";
import type { Work } from "../work";
import { chosenRewards, recordText, rewardsInput } from "./chosen-rewards";
import { follow } from "./follow";
import { logAct } from "./log-act";
import { refuseInput } from "./refuse-input";
import { input, useCase } from "./use-case";

/** The statuses a person may give; *paid* comes by a payout only. */
const givenStatuses = ["pending", "approved", "held", "declined"] as const;

export interface SetRewardStatusOutput {
  readonly rewards: readonly {
    readonly reward: Key;
    readonly from: RewardStatus;
    readonly to: RewardStatus;
    readonly estimatedPayment: Day | null;
    /** The newest invoice in review that could take it now; null where it stands on one or can't. */
    readonly couldGoOn: Key | null;
  }[];
}

/**
 * Approves, holds, declines or puts back one or many rewards (product.md §5). All move or none: throws
 * REWARD_LOCKED on a final invoice, REWARD_MOVE_ILLEGAL, or INPUT_INVALID where the reason is missing.
 */
export const setRewardStatus = useCase({
  name: "set-reward-status",
  writes: true,
  inputs: {
    rewards: rewardsInput,
    status: input("Status", wordField(givenStatuses), { required: true }),
    reason: input("Reason", longTextField, { hint: "The partner may read it." }),
  },
  reads: ["settings", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { rewards: keys, status, reason }, env): SetRewardStatusOutput => {
    if (needsReason(status) && reason === null) {
      refuseInput("reason", "Say why; the partner may read it.");
    }
    const rewards = chosenRewards(work, keys, env);
    for (const reward of rewards) checkMove(work, reward, status);
    const moving = rewards.filter((reward) => reward.status !== status);
    for (const reward of moving) {
      moveReward(work, reward, { status, reason, by: env.user, on: env.today });
    }
    const chosen = rewards.map(({ key }) => key);
    follow(
      work,
      chosen,
      rewards.map(({ invoice }) => invoice),
    );
    if (moving.length > 0) {
      logAct(work, env, {
        what: `Set ${moving.length} ${moving.length === 1 ? "reward" : "rewards"} to ${status}`,
        record: recordText(moving.map(({ key }) => key)),
        from: [...new Set(moving.map((each) => each.status))].join(", "),
        to: status,
        why: reason,
      });
    }
    return { rewards: rewards.map((reward) => shown(work, reward)) };
  },
});

function checkMove(work: Work<"invoices">, reward: Reward, status: RewardStatus): void {
  if (isLocked(work, reward)) throw new DomainError("REWARD_LOCKED");
  if (reward.status === status || isLegalMove(reward.status, status)) return;
  throw new DomainError(
    "REWARD_MOVE_ILLEGAL",
    `The reward “${reward.key}” can't go from ${reward.status} to ${status}.`,
  );
}

function shown(work: Work<"rewards" | "invoices">, before: Reward) {
  const { key, status, invoice, currency, estimatedPayment } = work.get(
    "rewards",
    before.key,
  ) as Reward;
  const waits = invoice === null && (status === "pending" || status === "approved");
  const open = waits
    ? work.where("invoices", "currency", currency).filter((each) => !isFinal(each))
    : [];
  const newest = [...open].sort((a, b) => (a.month < b.month ? 1 : -1))[0];
  return {
    reward: key,
    from: before.status,
    to: status,
    estimatedPayment,
    couldGoOn: newest?.key ?? null,
  };
}
