import { dueBy } from "../clock/due-by";
import { nextRun } from "../clock/next-run";
import type { ClockTrigger } from "../clock/trigger-record";
import type { ExecutionRecord, HostState } from "../realm/host-state";
import { Killed } from "../realm/killed";
import { ScriptError } from "../realm/script-error";
import { runAs } from "./run-as";
import { type Run, runExecution } from "./run-execution";
import { timeEvent } from "./time-event";

/** All properties, as text: what a look has read. */
const propertiesOf = (host: HostState): string =>
  JSON.stringify(host.kept("properties", () => ({})));

const looks = /^(PropertiesService\.get\w+Properties|Properties\.getProperty)$/;

/** Whether a run that comes each hour or minute read properties, found nothing to do, and ended. */
const isLook = (
  { kind }: ClockTrigger["plan"],
  { status, logs, usage }: ExecutionRecord,
): boolean => {
  const calls = Object.keys(usage.calls);
  const isFrequent = kind === "hours" || kind === "minutes";
  return (
    isFrequent &&
    status === "completed" &&
    logs.length === 0 &&
    calls.length > 0 &&
    calls.every((call) => looks.test(call))
  );
};

/**
 * Moves the virtual clock to an instant (ms since 1970) and runs what comes due on the way: in
 * order, each at its moment, or as soon as the run before it is over; as its creator, with
 * AuthMode FULL and without a Ui (PLATFORM-64, PLATFORM-65). A run that fails or is killed is recorded and
 * does not hold up the next. A run that comes each hour and only looked at properties is not lived again until they have
 * changed, and is not among the records returned: a year of such looks would tell nothing. Returns the records of these runs. A target in the past runs nothing.
 */
export const advanceTo = async (
  host: HostState,
  target: number,
  settings: Pick<Run<unknown>, "arrived" | "realLimitMs">,
): Promise<readonly ExecutionRecord[]> => {
  const records: ExecutionRecord[] = [];
  const idle = host.slot("idle looks", () => new Map<string, string>());
  for (let due = dueBy(host, target); due !== undefined; due = dueBy(host, target)) {
    const { id, plan, createdAt, nextAt } = due;
    due.nextAt = nextRun(plan, createdAt, nextAt) as number;
    if (idle.get(id) === propertiesOf(host)) continue;
    host.clock.moveTo(nextAt);
    const creator = runAs(host, due.creator, (execution) => {
      host.record(execution);
      if (!isLook(plan, execution)) return void records.push(execution);
      idle.set(id, propertiesOf(host));
    });
    try {
      await runExecution(creator, {
        ...settings,
        name: due.handler,
        args: [timeEvent(host.clock.now(), id)],
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
