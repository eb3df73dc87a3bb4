import { sumOf } from "../kernel/group-by";
import type { Key } from "../kernel/keys";
import type { DripStatus } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import { netOfDripBase } from "../sales/net-of-refunds";
import type { Drip, Reward } from "../tables";
import { dueDate } from "./occurrences";
import { isOver, lastToMake, type PartState, partsOf } from "./parts";
import { settledOf, skippedOf } from "./skipped";

/**
 * Calculates where a drip stands from its rewards; `kept` is what the customer kept of the base. Amounts in minor units
 * (DRIP-21, DRIP-34): made + to come + lost = promised.
 */
export function progressOf(drip: Drip, made: readonly Reward[], kept: number | null) {
  const parts = partsOf(drip, made, kept);
  const next = parts.find(({ state }) => state === "to come");
  return {
    status: statusOf(drip, made),
    /** How many occurrences were made, those of the drip that it goes on from included (DRIP-40). */
    issued: drip.after + parts.filter(({ state }) => wasMade.has(state)).length,
    /** The last occurrence made or forfeited. */
    settled: settledOf(drip),
    lostOccurrences: parts.filter(({ state }) => state === "skipped" || state === "lost").length,
    nextOccurrence: next?.k ?? null,
    paidSoFar: sumOf(made, ({ status, amount }) => (status === "paid" ? amount : 0)),
    toCome: sumOf(parts, ({ state, amount }) => (state === "to come" ? amount : 0)),
    lost: sumOf(parts, ({ promised, amount }) => promised - amount),
    nextDate: next === undefined ? null : dueDate(drip, next.k),
  };
}

/** A part of zero counts as made (DRIP-14); so does one whose reward a person deleted, until it is said to be void. */
const wasMade: ReadonlySet<PartState> = new Set(["made", "zero", "missing"]);

/**
 * *Terminated*: ended before the full amount, once nothing is to come. *Complete*: all made, and all of it paid
 * or declined (DRIP-19).
 */
function statusOf(drip: Drip, made: readonly Reward[]): DripStatus {
  if (!isOver(drip)) return "Created";
  if (lastToMake(drip) < drip.occurrences || endedInPause(drip)) return "Terminated";
  const isSettled = made.every(({ status }) => status === "paid" || status === "declined");
  return isSettled ? "Complete" : "Created";
}

/** Its end came during a pause, after the last date: what the pause kept back was forfeited by the end. */
const endedInPause = (drip: Drip): boolean =>
  drip.endsOn !== null && skippedOf(drip).has(drip.occurrences);

/** Shows a drip's status and progress in its row, where they changed. */
export function deriveDrip(work: Work<"drips" | "rewards" | "transactions">, key: Key): void {
  const drip = work.get("drips", key);
  if (!drip) return;
  const made = work.where("rewards", "drip", key);
  const shown = progressOf(drip, made, netOfDripBase(work, drip));
  const changed = Object.entries(shown).some(([id, value]) => drip[id as keyof Drip] !== value);
  if (changed) work.update("drips", drip.key, shown);
}
