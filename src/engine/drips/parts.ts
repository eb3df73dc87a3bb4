import type { Day } from "../kernel/day";
import type { WorkOn } from "../program/work";
import { termsOf } from "../rewards/decisions";
import { netOfDripBase } from "../sales/net-of-refunds";
import type { RefundRow } from "../sales/refund-row";
import type { Drip, Reward } from "../tables";
import { amountByTerms } from "../tables/packed/terms";
import { dueDate, occurrenceAmount } from "./occurrences";
import { emptyPartsOf, settledOf, skippedOf } from "./skipped";

/** What became of an occurrence; *zero* is settled without a reward, *missing* a reward that a person deleted. */
export type PartState = "made" | "to come" | "skipped" | "lost" | "zero" | "missing";

/** One occurrence of a drip; minor units of its currency. What is promised and not its `amount` is lost. */
export interface Part<R = Reward> {
  readonly k: number;
  readonly state: PartState;
  /** By the terms, on what the customer kept, before limits. */
  readonly promised: number;
  /** What was made, or is to be made; refunds are counted, changes by hand are not. */
  readonly amount: number;
  readonly reward: R | undefined;
}

/** The last occurrence that will ever be made: those due after the end are not. */
export function lastToMake(drip: Drip): number {
  const { endsOn, occurrences } = drip;
  if (endsOn === null) return occurrences;
  let k = settledOf(drip);
  while (k < occurrences && dueDate(drip, k + 1) <= endsOn) k++;
  return k;
}

/**
 * Whether one of its parts is to come as of a day that is lived: an ending counts from its own day on, whenever it was
 * typed (TIME-3).
 */
export function isToCome(drip: Drip, day: Day): boolean {
  const isEnded = drip.endsOn !== null && drip.endsOn <= day;
  const last = isEnded ? lastToMake(drip) : drip.occurrences;
  const skipped = skippedOf(drip);
  for (let k = settledOf(drip) + 1; k <= last; k++) if (!skipped.has(k)) return true;
  return false;
}

/** Nothing of it is left to make. */
export const isOver = (drip: Drip): boolean => settledOf(drip) >= lastToMake(drip);

/** What of a drip's reward tells what became of its occurrence. */
export const madePartColumns = [
  "drip",
  "occurrence",
  "amount",
  "terms",
  "decisions",
  "calculated",
] as const;
export type MadePart = Pick<Reward, (typeof madePartColumns)[number]>;

/** Its occurrences in order, with what became of each; those of a drip that it continues are not its own. */
export function partsOf<R extends MadePart>(
  drip: Drip,
  made: readonly R[],
  kept: number | null,
): readonly Part<R>[] {
  const last = lastToMake(drip);
  const skipped = skippedOf(drip);
  const empty = emptyPartsOf(drip);
  const rewards = new Map(made.map((reward) => [reward.occurrence, reward]));
  const parts: Part<R>[] = [];
  for (let k = drip.after + 1; k <= drip.occurrences; k++) {
    const reward = rewards.get(k);
    const promised = occurrenceAmount(drip, k, kept);
    const state: PartState = reward
      ? "made"
      : skipped.has(k)
        ? "skipped"
        : k > last
          ? "lost"
          : k > settledOf(drip)
            ? "to come"
            : empty.has(k) || promised === 0
              ? "zero"
              : "missing";
    const amount = reward
      ? madeOf(reward, promised, kept)
      : state === "to come"
        ? amountToMake(drip, promised)
        : 0;
    parts.push({ k, state, promised, amount, reward });
  }
  return parts;
}

/** The same by its rewards and what the customer kept. */
export const partsIn = <R extends MadePart>(
  work: WorkOn<{ readonly rewards: R; readonly transactions: RefundRow }>,
  drip: Drip,
): readonly Part<R>[] =>
  partsOf(drip, work.where("rewards", "drip", drip.key), netOfDripBase(work, drip));

/** What an occurrence still to come will be made with: the limits of that day are not known, the one per reward is. */
export function amountToMake(drip: Drip, promised: number): number {
  const { limitPerReward, limitCurrency, currency } = drip;
  return limitPerReward === null || limitCurrency !== currency
    ? promised
    : Math.min(promised, limitPerReward);
}

/** By its frozen terms, so that a reward which a line of its own corrects counts that line too. */
const madeOf = (reward: MadePart, promised: number, kept: number | null): number => {
  const terms = termsOf(reward);
  return Math.min(
    promised,
    amountByTerms(terms, kept ?? (terms.kind === "percent" ? terms.base : 0)),
  );
};
