import type { HostState } from "../realm/host-state";
import { nextRun } from "./next-run";
import { triggersOf } from "./trigger-record";

/**
 * Skips the time-driven runs that came due while the workbook was closed. Like runs that Google skips (PLATFORM-62),
 * they are not repeated; each schedule continues with its next moment.
 */
export const skipMissed = (host: HostState): void => {
  const now = host.clock.now();
  for (const trigger of triggersOf(host)) {
    if (trigger.source !== "CLOCK" || trigger.nextAt === null || trigger.nextAt > now) continue;
    // A one-off run is only late, never lost: it fires as soon as the clock moves.
    if (trigger.plan.kind !== "once") {
      trigger.nextAt = nextRun(trigger.plan, trigger.createdAt, now);
    }
  }
};
