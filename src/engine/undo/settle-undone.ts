import { deriveDrips } from "../drips/progress";
import { deriveInvoices } from "../invoices/derive";
import type { Day } from "../kernel/day";
import { adjustmentKey, type Key } from "../kernel/keys";
import type { Work } from "../program/work";
import { writeSetting } from "../program/write-setting";
import { proposeAdjustment } from "../rewards/adjustments";
import { stands } from "../rewards/grant";
import { keptOfDrip } from "../sales/kept";
import type { Reward } from "../tables";
import type { UndoPlan } from "./plan-undo";

/** Why an adjustment is held that an undo proposes; the partner may read it. */
const UNDONE = "run undone";

export interface Adjustment {
  readonly reward: Key;
  readonly partner: Key;
  /** Signed, in minor units of the currency. */
  readonly amount: number;
  readonly currency: string;
}

/** The rewards that the run made and that are on a final invoice now: each is to be put right by a line of its own. */
export function adjustmentsOf(work: Work, { stays }: UndoPlan): readonly Adjustment[] {
  return [...stays].flatMap(([{ table, key, made }, reason]) => {
    const reward = table === "rewards" ? work.get("rewards", key) : undefined;
    if (!reward || made === undefined || reason !== "final") return [];
    const amount = -netOf(work, reward);
    if (amount === 0) return [];
    return [{ reward: key, partner: reward.partner, amount, currency: reward.currency }];
  });
}

/** What a reward and the lines that correct it come to. */
const netOf = (work: Work, reward: Reward): number =>
  [reward, ...work.where("rewards", "adjusts", reward.key)]
    .filter(stands)
    .reduce((sum, { amount }) => sum + amount, 0);

/** Proposes those lines: held, until a person approves them. */
export function proposeAll(work: Work, all: readonly Adjustment[], run: Key, today: Day): void {
  for (const { reward: key, amount } of all) {
    const reward = work.get("rewards", key);
    if (!reward) continue;
    proposeAdjustment(work, reward, {
      key: adjustmentKey(`undo ${run}`, key),
      amount,
      earnedOn: today,
      description: `Undone: ${reward.description ?? key}`,
      reason: UNDONE,
      refund: null,
      why: { undone: run },
      run: null,
    });
  }
}

/** Works drips, invoices and expected payments out anew, where something differs from what the run left. */
export function deriveAgain(work: Work, { standings, stays }: UndoPlan): void {
  if (stays.size === 0 && standings.every(({ since, isExact }) => since === "as left" && isExact)) {
    return;
  }
  deriveDrips(work, (drip) => keptOfDrip(work, drip));
  deriveInvoices(work);
}

/** Nothing runs until a person resumes it in Settings (product.md §8). */
export function pause(work: Work<"settings">): void {
  writeSetting(work, "paused", "yes");
}
