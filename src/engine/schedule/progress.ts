import { addDays, type Day } from "../day";
import type { Drip, Reward } from "../tables";
import type { DripStatus } from "../vocabulary";
import type { Work } from "../work";
import { dueDate, occurrenceAmount } from "./occurrences";

/** Where a drip stands; amounts in minor units (product.md §4). Made + to come + lost = promised. */
export interface Progress {
  readonly status: DripStatus;
  readonly issued: number;
  readonly paidSoFar: number;
  readonly toCome: number;
  readonly lost: number;
  readonly nextDate: Day | null;
}

/** The occurrences that were forfeited by skipping. */
export function skippedOf(drip: Drip): ReadonlySet<number> {
  return new Set((drip.skipped ?? "").split(",").filter(Boolean).map(Number));
}

/** Nothing of it is left to make. */
export const isOver = (drip: Drip): boolean => drip.issued >= lastToMake(drip);

/** The last occurrence that will ever be made: those due after the end are not, nor any after a pause that ended it. */
export function lastToMake(drip: Drip): number {
  const { endsOn, pausedOn } = drip;
  if (endsOn === null) return drip.occurrences;
  const until = pausedOn !== null && pausedOn <= endsOn ? addDays(pausedOn, -1) : endsOn;
  let k = drip.issued;
  while (k < drip.occurrences && dueDate(drip, k + 1) <= until) k++;
  return k;
}

/** Works a drip's status and progress out from its rewards; `kept` is what the customer kept of the base. */
export function progressOf(drip: Drip, made: readonly Reward[], kept: number | null): Progress {
  const last = lastToMake(drip);
  const skipped = skippedOf(drip);
  let toCome = 0;
  let lost = 0;
  let next: number | undefined;
  for (let k = drip.issued + 1; k <= drip.occurrences; k++) {
    const amount = occurrenceAmount(drip, k, kept);
    if (k > last || skipped.has(k)) lost += amount;
    else {
      toCome += amount;
      next ??= k;
    }
  }
  const paid = made.filter(({ status }) => status === "paid");
  const settled = made.every(({ status }) => status === "paid" || status === "declined");
  const endedEarly = last < drip.occurrences;
  const allMade = drip.issued >= drip.occurrences;
  return {
    status: endedEarly ? "Terminated" : allMade && settled ? "Complete" : "Created",
    issued: drip.issued,
    paidSoFar: paid.reduce((sum, { amount }) => sum + amount, 0),
    toCome,
    lost,
    nextDate: next === undefined ? null : dueDate(drip, next),
  };
}

/** Shows every drip's status and progress in its row, where they changed. */
export function deriveDrips(
  work: Work<"drips" | "rewards">,
  keptOf: (drip: Drip) => number | null,
): void {
  for (const drip of work.all("drips")) deriveDrip(work, drip, keptOf(drip));
}

/** Shows one drip's status and progress in its row, where they changed. */
export function deriveDrip(work: Work<"drips" | "rewards">, drip: Drip, kept: number | null): void {
  const made = work.where("rewards", "drip", drip.key);
  const { lost: _, ...shown } = progressOf(drip, made, kept);
  const changed = Object.entries(shown).some(([id, value]) => drip[id as keyof Drip] !== value);
  if (changed) work.update("drips", drip.key, shown);
}
