import { triggersOf } from "../clock/trigger-record";
import type { AuthMode } from "../realm/auth";
import type { ExecutionKind, HostState } from "../realm/host-state";
import { runAs } from "../run/run-as";
import { type Ran, type Run, runExecution } from "../run/run-execution";
import { timeEvent } from "../run/time-event";
import type { HostOptions } from "./host-options";
import { takeOut } from "./take-out";

const sixMinutes = 360_000;

/** What applies to every execution of a host. */
export const settingsOf = (
  options: HostOptions,
): Pick<Run<unknown>, "arrived" | "realLimitMs"> => ({
  arrived: options.arrived ?? "none",
  realLimitMs: options.realLimitMs ?? sixMinutes,
});

/** How Apps Script runs functions that it calls by name (PLATFORM-57, PLATFORM-65). */
const simple: Readonly<Record<string, AuthMode>> = {
  onOpen: "LIMITED",
  onEdit: "LIMITED",
  onSelectionChange: "LIMITED",
  onInstall: "FULL",
};

/** Runs a top-level function and returns its answer as plain data. */
export const runFunction = (
  state: HostState,
  options: HostOptions,
  name: string,
  args: readonly unknown[],
  kind: ExecutionKind,
): Promise<Ran<unknown>> =>
  runExecution<unknown>(state, {
    ...settingsOf(options),
    name,
    args,
    kind: Object.hasOwn(simple, name) ? "simple" : kind,
    authMode: options.authMode ?? simple[name] ?? "FULL",
    take: takeOut,
  });

/** Runs the function of a schedule as its clock run does: as its creator, without a Ui, with the schedule's id. */
export const fireSchedule = (
  state: HostState,
  settings: ReturnType<typeof settingsOf>,
  handler: string,
  creator: string,
): Promise<Ran<unknown>> => {
  const schedule = triggersOf(state).find(
    (each) => each.handler === handler && each.creator === creator,
  );
  if (!schedule) return Promise.reject(new Error(`${creator} has no schedule of ${handler}.`));
  return runExecution<unknown>(runAs(state, creator), {
    ...settings,
    name: handler,
    args: [timeEvent(state.clock.now(), schedule.id)],
    kind: "time-driven",
    authMode: "FULL",
    take: takeOut,
  });
};
