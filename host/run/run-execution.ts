import type { AuthMode } from "../realm/auth";
import { createBridge } from "../realm/create-bridge";
import { type OpenExecution, openExecution } from "../realm/execution";
import type { ExecutionKind, HostState, LogLine } from "../realm/host-state";
import type { Described } from "../realm/inside/described";
import type { Box, ScriptFault } from "../realm/inside/entry";
import { type Arrived, Killed, timeIsUp } from "../realm/killed";
import type { Op } from "../realm/outside-service";
import type { Realm } from "../realm/realm";
import { ScriptError } from "../realm/script-error";
import type { Usage } from "../realm/usage";
import { outsideServices } from "../services/outside";
import { watchRejections } from "./floating-rejections";
import { type HeldRealm, takeRealm } from "./kept-realm";
import { withTimeZone } from "./with-time-zone";

/** Which function to run, and how. */
export interface Run<T> {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly kind: ExecutionKind;
  readonly authMode: AuthMode;
  /** How much of the unflushed writes is carried out when killed, unless the kill says so itself. */
  readonly arrived: Arrived;
  /** Real ms after which a runaway script is torn down. */
  readonly realLimitMs: number;
  /** Takes the answer out of the realm before it is dropped. */
  readonly take: (value: unknown, describe: (value: unknown) => Described | undefined) => T;
}

export interface Ran<T> {
  readonly result: T;
  readonly logs: readonly LogLine[];
  readonly usage: Usage;
}

const fault = (message: string): ScriptError =>
  new ScriptError({ name: "Error", message, stack: "", code: undefined });

const synchronousOnly = /^(doGet|doPost|onOpen)$/;

/** The error of a finished call, if it has one (PLATFORM-20). */
const failureOf = (name: string, box: Box): ScriptError | undefined => {
  if (box.error !== undefined) return new ScriptError(box.error as ScriptFault);
  if (box.promised && synchronousOnly.test(name)) {
    return fault(`${name} answered with a promise, which Apps Script does not wait for.`);
  }
  if (box.status === "pending") {
    return fault(`${name} answered with a promise that nothing will ever settle.`);
  }
  return undefined;
};

const isTimeout = (thrown: unknown): boolean =>
  (thrown as { readonly code?: unknown } | null)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";

const asFailure = (thrown: unknown, realm: Realm | undefined): Error => {
  if (isTimeout(thrown)) return new Killed(timeIsUp);
  if (thrown instanceof ScriptError || thrown instanceof Killed) return thrown;
  if (realm === undefined) throw thrown;
  return new ScriptError(realm.inside.faultOf(thrown));
};

/** Settles the buffer and returns the execution's failure, if any. */
const settle = (open: OpenExecution, failure: Error | undefined, arrived: Arrived) => {
  const death = open.gate.death() ?? (failure instanceof Killed ? failure : undefined);
  try {
    if (death === undefined) open.buffer.flush();
    else open.buffer.settle(death.arrived ?? arrived);
    return death ?? failure;
  } catch (thrown) {
    const late = thrown as Error;
    return (
      death ??
      failure ??
      new ScriptError({ name: late.name, message: late.message, stack: "", code: undefined })
    );
  } finally {
    open.close();
  }
};

/**
 * Runs one top-level function as Apps Script does: a fresh realm, the whole program loaded, the
 * function called, the microtasks drained. A host that keeps its program may reuse the realm of an
 * earlier execution instead. All of the script runs before this function returns its promise; that
 * waits only for floating rejections to show, which fail the execution.
 */
export const runExecution = <T>(host: HostState, run: Run<T>): Promise<Ran<T>> => {
  const open = openExecution(host, run);
  const { execution, gate, counter, logs, startedAt } = open;
  const ops = new Map<string, Op>();
  for (const service of Object.values(outsideServices)) {
    for (const [name, op] of Object.entries(service(host, execution))) ops.set(name, op);
  }
  let held: HeldRealm | undefined;
  const watch = watchRejections((promise) => held?.realm.isOwnPromise(promise) ?? false);
  let failure: Error | undefined;
  let result: T | undefined;
  withTimeZone(host.scriptTimeZone, () => {
    try {
      held = takeRealm(host, createBridge(gate, ops, host.clock.now), run.realLimitMs);
      held.load();
      const { realm } = held;
      const box = realm.prepare(run.name, run.args);
      realm.enter();
      failure = failureOf(run.name, box);
      if (failure === undefined && gate.death() === undefined) {
        result = run.take(box.value, realm.inside.describe);
      }
    } catch (thrown) {
      failure = asFailure(thrown, held?.realm);
    }
    failure = settle(open, failure, run.arrived);
  });
  const usage = counter.total();
  return watch.settled().then((reasons) => {
    if (failure === undefined && reasons.length > 0 && held !== undefined) {
      failure = new ScriptError(held.realm.inside.faultOf(reasons[0]));
    }
    const status =
      failure === undefined ? "completed" : failure instanceof Killed ? "killed" : "failed";
    const { id, name, kind } = execution;
    host.record({ id, name, kind, startedAt, status, error: failure?.message, logs, usage });
    if (failure !== undefined) throw failure;
    held?.giveBack();
    return { result: result as T, logs, usage };
  });
};
