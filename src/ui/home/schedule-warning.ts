import type { Output } from "../../engine/contract/contract";

/** What a person should know about the schedule; undefined where everything is fine (RUN-12). */
export function warningOf(
  status: Output<"schedule-status">,
  hoursText: (hours: number) => string,
): string | undefined {
  const { owner, hasTwoOwners, isStale, isTestCopy, hoursSinceClockRun } = status;
  if (hasTwoOwners) {
    return "Two people own the schedule. One of them should remove theirs.";
  }
  if (owner === "") {
    return isTestCopy ? undefined : "Nobody owns the schedule: the program only runs manually.";
  }
  if (!isStale) return undefined;
  const missed =
    hoursSinceClockRun === null
      ? "has never run"
      : `has not run for ${hoursText(Math.floor(hoursSinceClockRun))}`;
  return `The schedule of ${owner} ${missed}. Install it again, or ask them to.`;
}
