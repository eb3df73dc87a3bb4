import { otherHoldReasons } from "../../drips/made-held";
import { deriveTouched } from "../../invoices/derive-touched";
import { suitsMonth } from "../../invoices/late";
import { longTextField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import type { Sentence } from "../../kernel/message";
import { down, sortBy } from "../../kernel/order";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import { plural } from "../../kernel/say";
import type { RewardStatus } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { isFinal, isLocked } from "../../rewards/final";
import { isLegalMove, moveReward, needsReason } from "../../rewards/status-moves";
import type { Reward } from "../../tables";
import { allChosen, chosen, rewardsInput } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { rewardAct, useCase } from "../shared/use-case";
import { printMoves } from "./moves-text";

/** The statuses a person may give; *paid* comes by a payout only. */
const givenStatuses = ["pending", "approved", "held", "declined"] as const;

/**
 * Approves, holds, declines or restores one or many rewards (REWARD-4). What can't move is named, the rest
 * moves. Where nothing can, throws REWARD_LOCKED on a final invoice, or REWARD_MOVE_ILLEGAL; INPUT_INVALID where
 * the reason is missing, REWARD_UNKNOWN where a row is gone.
 */
export const setRewardStatus = useCase({
  name: "set-reward-status",
  ...rewardAct,
  inputs: {
    rewards: rewardsInput,
    status: input("Status", wordField(givenStatuses), { required: true }),
    reason: input("Reason", longTextField, { hint: "The partner can see it." }),
  },
  decide: (work, { rewards: keys, status, reason }, env) => {
    if (needsReason(status) && reason === null) {
      refuseInput("reason", "Say why; the partner may read it.");
    }
    const all = allChosen(work, "rewards", keys);
    const refusals = all.map((reward) => refusalOf(work, reward, status));
    const rewards = all.filter((_, at) => refusals[at] === undefined);
    if (rewards.length === 0) throwAll(all, refusals);
    const moving = rewards.filter((reward) => reward.status !== status);
    for (const reward of moving) {
      moveReward(work, reward, { status, reason, by: env.user, on: env.today });
    }
    deriveTouched(work);
    if (moving.length > 0) {
      logAct(work, env, {
        what: setTo(moving.length, status),
        records: moving.map(({ key }) => key),
        from: [...new Set(moving.map((each) => each.status))].join(", "),
        to: status,
        why: reason,
      });
    }
    return {
      rewards: rewards.map((reward) => shownMove(work, reward)),
      /** Those that can't move, each with the reason; the others have moved. */
      refused: all.flatMap(({ key }, at) => {
        const refusal = refusals[at];
        return refusal ? [{ reward: key, message: refusal.message }] : [];
      }),
      /** Drips whose rewards are put on hold, of which one was let through: `trust-drip` lets the rest through. */
      couldTrust:
        status === "approved" ? [...new Set(moving.flatMap((each) => doubted(work, each)))] : [],
      /** What `take-back-status` takes to undo this; null where there is nothing, or too much, to take back. */
      takeBack: printMoves(moving, status),
    };
  },
});

function refusalOf(work: Work<"invoices">, reward: Reward, status: RewardStatus) {
  if (isLocked(work, reward)) return new DomainError("REWARD_LOCKED");
  if (reward.status === status || isLegalMove(reward, status)) return undefined;
  return new DomainError(
    "REWARD_MOVE_ILLEGAL",
    `A reward that is ${reward.status} can't be set to ${status}.`,
  );
}

/** The reward's drip, where its rewards are held for the reason that this one was held for (JUDGE-16). */
function doubted(work: Work<"settings" | "drips">, reward: Reward): readonly Key[] {
  const drip = work.get("drips", reward.drip);
  return drip && otherHoldReasons(work.settings, reward, drip) !== undefined ? [drip.key] : [];
}

function throwAll(rewards: readonly Reward[], refusals: ReturnType<typeof refusalOf>[]): never {
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
export function shownMove(work: Work<"rewards" | "invoices">, before: Reward) {
  const after = chosen(work, "rewards", before.key);
  const { key, status, invoice, currency, estimatedPayment } = after;
  const waits = invoice === null && !needsReason(status) && status !== "paid";
  const open = work
    .where("invoices", "currency", currency)
    .filter((each) => !isFinal(each) && suitsMonth(after, each));
  const [newest] = waits
    ? sortBy(
        open,
        down(({ month }) => month),
      )
    : [];
  return {
    reward: key,
    from: before.status,
    to: status,
    estimatedPayment,
    /** The newest invoice in review of a month in which it could have been, which could take it now (REWARD-9); null where it stands on one or can't. */
    couldGoOn: newest?.key ?? null,
  };
}

/** One kind of act a status, however many rewards: Activity counts them so (ACT-5). */
const setTo = (count: number, status: string): Sentence => ({
  code: `Set {} to ${status}`,
  values: [plural(count, "reward")],
});
