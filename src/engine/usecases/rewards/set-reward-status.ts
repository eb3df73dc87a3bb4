import { heldBesides } from "../../drips/made-held";
import { follow } from "../../invoices/derive-touched";
import type { Day } from "../../kernel/day";
import { longTextField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import type { RewardStatus } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { isFinal, isLocked } from "../../rewards/final";
import { isLegalMove, moveReward, needsReason } from "../../rewards/status-moves";
import type { Reward } from "../../tables";
import { chosenRewards, recordText, rewardsInput } from "../shared/chosen-rewards";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { printMoves } from "./moves-text";

/** The statuses a person may give; *paid* comes by a payout only. */
const givenStatuses = ["pending", "approved", "held", "declined"] as const;

export interface SetRewardStatusOutput {
  readonly rewards: readonly MovedReward[];
  /** Those that can't move, each with the reason; the others have moved. */
  readonly refused: readonly { readonly reward: Key; readonly message: string }[];
  /** Drips whose rewards are made held, of which one was let through: `trust-drip` lets the rest through. */
  readonly couldTrust: readonly Key[];
  /** What `take-back-status` takes to undo this; null where there is nothing, or too much, to take back. */
  readonly takeBack: string | null;
}
export interface MovedReward {
  readonly reward: Key;
  readonly from: RewardStatus;
  readonly to: RewardStatus;
  readonly estimatedPayment: Day | null;
  /** The newest invoice in review that could take it now (REWARD-9); null where it stands on one or can't. */
  readonly couldGoOn: Key | null;
}

/**
 * Approves, holds, declines or puts back one or many rewards (REWARD-4). What can't move is named, the rest
 * moves. Where nothing can, throws REWARD_LOCKED on a final invoice, or REWARD_MOVE_ILLEGAL; INPUT_INVALID where
 * the reason is missing, REWARD_UNKNOWN where a row is gone.
 */
export const setRewardStatus = useCase({
  name: "set-reward-status",
  edits: "take over",
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
    const all = chosenRewards(work, keys);
    const refusals = all.map((reward) => refusalOf(work, reward, status));
    const rewards = all.filter((_, at) => refusals[at] === undefined);
    if (rewards.length === 0) throwAll(all, refusals);
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
    return {
      rewards: rewards.map((reward) => shownMove(work, reward)),
      refused: all.flatMap(({ key }, at) => {
        const refusal = refusals[at];
        return refusal ? [{ reward: key, message: refusal.message }] : [];
      }),
      couldTrust:
        status === "approved" ? [...new Set(moving.flatMap((each) => doubted(work, each)))] : [],
      takeBack: printMoves(moving, status, work.program.context),
    };
  },
});

function refusalOf(
  work: Work<"invoices">,
  reward: Reward,
  status: RewardStatus,
): DomainError | undefined {
  if (isLocked(work, reward)) return new DomainError("REWARD_LOCKED");
  if (reward.status === status || isLegalMove(reward, status)) return undefined;
  return new DomainError(
    "REWARD_MOVE_ILLEGAL",
    `The reward “${reward.key}” can't go from ${reward.status} to ${status}.`,
  );
}

/** The reward's drip, where its rewards are held for the reason that this one was held for (JUDGE-16). */
function doubted(work: Work<"drips">, reward: Reward): readonly Key[] {
  const drip = work.get("drips", reward.drip);
  return drip && heldBesides(reward, drip) !== undefined ? [drip.key] : [];
}

function throwAll(
  rewards: readonly Reward[],
  refusals: readonly (DomainError | undefined)[],
): never {
  const [first, ...others] = refusals;
  if (!first || others.length === 0) throw first ?? new DomainError("REWARD_UNKNOWN");
  const problems = rewards.map(({ key }, at) => ({
    code: "STATUS_ILLEGAL" as const,
    at: { table: "Rewards", row: key },
    message: refusals[at]?.message ?? "",
  }));
  throw new DomainError(first.code, "None of these rewards can move.", problems);
}

/** A reward as it is after its move. */
export function shownMove(work: Work<"rewards" | "invoices">, before: Reward): MovedReward {
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
