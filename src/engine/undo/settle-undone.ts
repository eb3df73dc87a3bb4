import { deriveAll } from "../invoices/derive";
import type { Day } from "../kernel/day";
import type { Work } from "../program/work";
import { changeReward } from "../rewards/change-reward";
import { decisionsOf } from "../rewards/decisions";
import { positionOf } from "../rewards/position";
import { settleReward } from "../rewards/settle";
import type { UndoPlan } from "./plan-undo";

export type Adjustment = ReturnType<typeof adjustmentsOf>[number];

/**
 * The rewards that the run made and that are on a final invoice now: each is to be fixed by a line of its own (UNDO-3).
 * Amounts are signed, in minor units of the currency.
 */
export function adjustmentsOf(work: Work, { stays }: UndoPlan) {
  return [...stays].flatMap(([{ table, key, made }, reason]) => {
    const reward = table === "rewards" ? work.get("rewards", key) : undefined;
    if (!reward || made === undefined || reason !== "final") return [];
    const amount = -positionOf(work, reward, 0, null).stood;
    if (amount === 0) return [];
    return [{ reward: key, partner: reward.partner, amount, currency: reward.currency }];
  });
}

/** Leaves nothing of those rewards: their terms come to 0, and the lines that take them back are held (TARGET-2). */
export function proposeAll(work: Work, all: readonly Adjustment[], today: Day): void {
  for (const { reward: key } of all) {
    const reward = work.get("rewards", key);
    if (!reward) continue;
    const terms = { kind: "flat", amount: 0 } as const;
    const decisions = { ...decisionsOf(reward), typed: null, letStand: null };
    changeReward(work, reward, { terms, decisions });
    const isBeyondFirst = () => false;
    settleReward(work, key, { on: today, today, run: null, act: "run undone", isBeyondFirst });
  }
}

/** Recalculates drips, invoices and estimated payments, where something differs from what the run left. */
export function deriveAgain(work: Work, { standings, stays }: UndoPlan): void {
  if (stays.size === 0 && standings.every(({ since, isExact }) => since === "as left" && isExact)) {
    return;
  }
  deriveAll(work);
}
