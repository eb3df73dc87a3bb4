import type { ExecutionRecord, HostState, LogLine, ServiceCallHook } from "../realm/host-state";
import type { Usage } from "../realm/usage";
import type { People } from "./people";

/** An execution as the list of them shows it. */
export interface ExecutionReport extends Omit<ExecutionRecord, "startedAt"> {
  readonly startedAt: Date;
}

/** What a function answered, as plain data of the main realm. */
export interface Called {
  readonly result: unknown;
  readonly logs: readonly LogLine[];
  readonly usage: Usage;
}

/** The hands and eyes of a test, or of the page: a program, a workbook and a person before them. */
export interface Driver extends People {
  /**
   * Runs a top-level function as Apps Script would; rejects with the script's error (name, message,
   * scriptStack) or with one named "Killed". The script has run when this returns its promise.
   */
  readonly call: (name: string, ...args: readonly unknown[]) => Promise<Called>;
  readonly clock: { readonly now: () => Date };
  /** The sum since the host was opened, and the usage of the last execution. */
  readonly usage: () => Usage & { readonly last: Usage };
  readonly executions: () => ExecutionReport[];
  /** Calls the hook before each service call; what it throws kills the execution there. */
  readonly onServiceCall: (hook: ServiceCallHook | null) => void;
  /** File → Settings → Time zone. */
  readonly setTimeZone: (zone: string) => void;
  /** Saves a copy as .json or .xlsx. */
  readonly save: (file: string) => Promise<void>;
  /** Waits until the workbook's own file is saved. */
  readonly close: () => Promise<void>;
  /** What the page and the host's own tests work on. */
  readonly state: HostState;
}
