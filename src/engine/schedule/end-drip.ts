import type { Day } from "../day";
import type { Drip } from "../tables";
import type { Work } from "../work";
import { isOver } from "./progress";

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
