import { deriveTouched } from "../../invoices/derive-touched";
import { longTextField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { plural, say } from "../../kernel/say";
import { PROGRAM, type RewardStatus } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { changeReward } from "../../rewards/change-reward";
import { isFinal, isLocked } from "../../rewards/final";
import { moveReward, needsReason } from "../../rewards/status-moves";
import type { Reward } from "../../tables";
import { allChosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { rewardAct, useCase } from "../shared/use-case";
import { readMoves } from "./moves-text";
import { shownMove } from "./set-reward-status";

/**
 * Takes back what `set-reward-status` did: each reward gets the status, the reason and, while it is in review, the
 * invoice that it had. It goes by way of pending, so that each step is a legal move. Rewards that changed since
 * stay; throws REWARD_CHANGED where all have, INPUT_INVALID or REWARD_UNKNOWN.
 */
export const takeBackStatus = useCase({
  name: "take-back-status",
  ...rewardAct,
  inputs: { moves: input("Moves", longTextField, { longest: ANY_LENGTH, required: true }) },
  decide: (work, { moves: text }, env) => {
    const moves = readMoves(text);
    const rewards = allChosen(
      work,
      "rewards",
      moves.map(([key]) => key),
    );
    const now = new Map(rewards.map((reward) => [reward.key, reward]));
    const back = moves.filter(([key, , to]) => isAsMoved(work, now.get(key), to));
    if (back.length === 0) throw new DomainError("REWARD_CHANGED");
    for (const move of back) {
      const [key, from, , reason, invoice, byProgram] = move;
      const reward = now.get(key) as Reward;
      const [decidedOn = null, decisions = null] = byProgram ?? [];
      // What the program had declined is so again, as if nobody had brought it back (TARGET-1i).
      const declined = { invoice: null, decidedBy: PROGRAM, decidedOn, decisions };
      const moved = byProgram
        ? changeReward(work, reward, { status: "declined", reason, ...declined })
        : moveReward(work, reward, { status: from, reason, by: env.user, on: env.today });
      const on = work.get("invoices", invoice);
      if (reward.invoice === null && !needsReason(from) && on && !isFinal(on)) {
        changeReward(work, moved, { invoice });
      }
    }
    const keys = back.map(([key]) => key);
    const before = keys.map((key) => now.get(key) as Reward);
    deriveTouched(work);
    logAct(work, env, {
      what: say`Took back the status of ${plural(keys.length, "reward")}`,
      records: keys,
      from: [...new Set(back.map(([, , to]) => to))].join(", "),
      to: [...new Set(back.map(([, from]) => from))].join(", "),
    });
    return {
      rewards: before.map((reward) => shownMove(work, reward)),
      /** How many have changed since, or are locked now, and stay as they are. */
      left: moves.length - back.length,
    };
  },
});

const isAsMoved = (work: Work<"invoices">, now: Reward | undefined, to: RewardStatus): boolean =>
  now !== undefined && now.status === to && !isLocked(work, now);
