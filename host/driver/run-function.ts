import type { AuthMode } from "../realm/auth";
import type { ExecutionKind, HostState } from "../realm/host-state";
import { type Ran, type Run, runExecution } from "../realm/run-execution";
import type { HostOptions } from "./host-options";
import { takeOut } from "./take-out";

/** Functions that Apps Script calls by their names, without authorization (platform.md §5). */
const simple = /^(onOpen|onEdit|onSelectionChange)$/;

const sixMinutes = 360_000;

/** The kind and mode in which a function of that name runs. */
const planOf = (name: string, options: HostOptions, kind: ExecutionKind) => {
  const isSimple = simple.test(name);
  const authMode: AuthMode = options.authMode ?? (isSimple ? "LIMITED" : "FULL");
  return { name, authMode, kind: isSimple ? ("simple" as const) : kind };
};

/** Runs a top-level function; `take` brings its answer out, as plain data when left out. */
export const runFunction = <T = unknown>(
  state: HostState,
  options: HostOptions,
  name: string,
  args: readonly unknown[],
  kind: ExecutionKind,
  take: Run<T>["take"] = takeOut as Run<T>["take"],
): Promise<Ran<T>> =>
  runExecution(state, {
    ...planOf(name, options, kind),
    args,
    arrived: options.arrived ?? "none",
    realLimitMs: options.realLimitMs ?? sixMinutes,
    take,
  });
