import type { HostState } from "../realm/host-state";
import { type ClockTrigger, type TriggerRecord, triggersOf } from "./trigger-record";

type Due = TriggerRecord & ClockTrigger & { nextAt: number };

/** The schedule that comes due first, up to an instant (ms since 1970). */
export const dueBy = (host: HostState, target: number): Due | undefined =>
  triggersOf(host)
    .filter((each): each is Due => each.source === "CLOCK" && each.nextAt !== null)
    .filter(({ nextAt }) => nextAt <= target)
    .sort((one, two) => one.nextAt - two.nextAt || (one.id < two.id ? -1 : 1))[0];
