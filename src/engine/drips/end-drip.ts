import type { Day } from "../kernel/day";
import type { Work } from "../program/work";
import type { Drip } from "../tables";
import { dueDate } from "./occurrences";
import { isOver, lastToMake } from "./parts";
import { listParts, skippedOf } from "./skipped";

/**
 * Ends a drip: occurrences due on or before the day stand, later ones are never made (product.md §4). An end
 * that is already set stays where it is earlier; false where nothing changed.
 */
export function endDrip(
  work: Work<"drips">,
  drip: Drip,
  { on, reason, by }: { readonly on: Day; readonly reason: string; readonly by: string },
): boolean {
  if (isOver(drip) || (drip.endsOn !== null && drip.endsOn <= on)) return false;
  work.update("drips", drip.key, { endsOn: on, endReason: reason, endedBy: by });
  return true;
}

/**
 * Closes the pause of a drip whose end has come meanwhile: only what fell due before the pause stands, the rest
 * is forfeited (product.md §4). An end still to come leaves the time to resume.
 */
export function endPause(work: Work<"drips">, drip: Drip, today: Day): void {
  const { pausedOn, endsOn } = drip;
  if (pausedOn === null || endsOn === null || endsOn > today) return;
  work.update("drips", drip.key, { pausedOn: null, skipped: forfeit(drip, pausedOn, endsOn) });
}

/** The cell of skipped occurrences, with those not yet made that are due in the span of days. */
export function forfeit(drip: Drip, from: Day, until: Day): readonly number[] | null {
  const parts = [...skippedOf(drip)];
  const last = lastToMake(drip);
  for (let k = drip.issued + 1; k <= last; k++) {
    const due = dueDate(drip, k);
    if (due > until) break;
    if (due >= from) parts.push(k);
  }
  return listParts(parts);
}
