import type { AuthMode } from "./auth";
import { createGate, type Gate } from "./gate";
import type { ExecutionKind, HostState, LogLine } from "./host-state";
import { Killed, timeIsUp } from "./killed";
import { type Moved, usageCounter } from "./usage";
import { type WriteBuffer, writeBuffer } from "./write-buffer";

/** What a service may do with the execution that it serves. */
export interface Execution {
  readonly id: number;
  readonly name: string;
  readonly kind: ExecutionKind;
  readonly authMode: AuthMode;
  /** Spends virtual time, as a sleep does; over the limit it kills the execution. */
  readonly spend: (ms: number) => void;
  /** Ends the execution for good: nothing after this call is seen. */
  readonly end: (text: string) => never;
  readonly log: (level: LogLine["level"], text: string) => void;
  /** Records one round trip, as a read is, and the cells that it moved. */
  readonly trip: (moved: Moved) => void;
  /** Queues a write, and records the cells that it moves; it is carried out at the next flush, all of them in one round trip (ADR-12). */
  readonly write: (write: () => void, moved?: Moved) => void;
  /** Records a change that is carried out at once here: it makes one round trip with the writes before it and after it. */
  readonly touch: () => void;
  /** Carries out all queued writes, for such a change to come after them. */
  readonly change: () => void;
  /** Carries out all queued writes; must be called before anything is read. */
  readonly flush: () => void;
  /** Called when the execution ends in any way, after its writes have been settled. */
  readonly onEnd: (work: () => void) => void;
}

/** An execution with what only its runner may touch. */
export interface OpenExecution {
  readonly execution: Execution;
  readonly gate: Gate;
  readonly buffer: WriteBuffer;
  readonly counter: ReturnType<typeof usageCounter>;
  readonly logs: readonly LogLine[];
  readonly startedAt: number;
  /** Runs the onEnd callbacks, the last one first. */
  readonly close: () => void;
}

/** Six minutes, and thirty seconds for simple triggers (PLATFORM-57, PLATFORM-68), in ms. */
const limits: Readonly<Record<ExecutionKind, number>> = {
  call: 360_000,
  rpc: 360_000,
  menu: 360_000,
  simple: 30_000,
  "time-driven": 360_000,
  web: 360_000,
};

interface ExecutionPlan {
  readonly name: string;
  readonly kind: ExecutionKind;
  readonly authMode: AuthMode;
}

/** Opens an execution: its gate, its buffer, its counters. */
export const openExecution = (host: HostState, plan: ExecutionPlan): OpenExecution => {
  const id = host.nextExecutionId();
  const startedAt = host.clock.now();
  const nested = host.slot("nested", () => ({ ms: 0 }));
  const nestedBefore = nested.ms;
  const elapsed = (): number => host.clock.now() - startedAt;
  const timeIsOver = (): boolean => elapsed() - (nested.ms - nestedBefore) > limits[plan.kind];
  const counter = usageCounter();
  const gate = createGate({ host, id, timeIsOver, counter, ...plan });
  const buffer = writeBuffer(counter.trip);
  const logs: LogLine[] = [];
  const endings: (() => void)[] = [];
  const execution: Execution = {
    id,
    ...plan,
    spend: (ms) => {
      host.clock.moveTo(host.clock.now() + ms);
      if (timeIsOver()) gate.kill(new Killed(timeIsUp));
    },
    end: (text) => gate.kill(new Killed(text)),
    log: (level, text) => void logs.push({ level, text, at: host.clock.now() }),
    trip: (moved) => {
      counter.trip();
      counter.moved(moved);
    },
    write: (write, moved = {}) => {
      counter.moved(moved);
      buffer.push(write);
    },
    touch: buffer.touch,
    change: buffer.change,
    flush: buffer.flush,
    onEnd: (work) => void endings.push(work),
  };
  const close = (): void => {
    // What a hook ran meanwhile in other executions does not count as this one's time.
    nested.ms = nestedBefore + elapsed();
    for (const work of endings.reverse()) work();
  };
  return { execution, gate, buffer, counter, logs, startedAt, close };
};
