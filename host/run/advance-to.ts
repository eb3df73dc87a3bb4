import { nextRun } from "../clock/next-run";
import { type ClockTrigger, type TriggerRecord, triggersOf } from "../clock/trigger-record";
import type { ExecutionRecord, HostState } from "../realm/host-state";
import { Killed } from "../realm/killed";
import { ScriptError } from "../realm/script-error";
import { type Run, runExecution } from "./run-execution";
import { timeEvent } from "./time-event";

type Due = TriggerRecord & ClockTrigger & { nextAt: number };

const dueBy = (host: HostState, target: number): Due | undefined =>
  triggersOf(host)
    .filter((each): each is Due => each.source === "CLOCK" && each.nextAt !== null)
    .filter(({ nextAt }) => nextAt <= target)
    .sort((one, two) => one.nextAt - two.nextAt || (one.id < two.id ? -1 : 1))[0];

/** The host as the creator of a schedule sees it; reports what is recorded. */
const asCreator = (
  host: HostState,
  creator: string,
  record: (execution: ExecutionRecord) => void,
): HostState =>
  Object.create(host, { user: { value: creator }, record: { value: record } }) as HostState;

/**
 * Moves the virtual clock to an instant (ms since 1970) and runs what comes due on the way: in
 * order, each at its moment, or as soon as the run before it is over; as its creator, with
 * AuthMode FULL and without a Ui (PLATFORM-64, PLATFORM-65). A run that fails or is killed is recorded and
 * does not hold up the next. Returns the records of these runs. A target in the past runs nothing.
 */
export const advanceTo = async (
  host: HostState,
  target: number,
  settings: Pick<Run<unknown>, "arrived" | "realLimitMs">,
): Promise<readonly ExecutionRecord[]> => {
  const records: ExecutionRecord[] = [];
  for (let due = dueBy(host, target); due !== undefined; due = dueBy(host, target)) {
    host.clock.moveTo(due.nextAt);
    due.nextAt = nextRun(due.plan, due.createdAt, due.nextAt) as number;
    const creator = asCreator(host, due.creator, (execution) => {
      records.push(execution);
      host.record(execution);
    });
    try {
      await runExecution(creator, {
        ...settings,
        name: due.handler,
        args: [timeEvent(host.clock.now(), due.id)],
        kind: "time-driven",
        authMode: "FULL",
        take: () => undefined,
      });
    } catch (thrown) {
      if (!(thrown instanceof ScriptError || thrown instanceof Killed)) throw thrown;
    }
  }
  host.clock.moveTo(target);
  return records;
};
