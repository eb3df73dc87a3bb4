import type { Workbook } from "../workbook/base/model";
import type { Costs } from "./costs";
import type { Manifest } from "./manifest";
import type { Usage } from "./usage";

/** Virtual time in ms since 1970; all executions of a host share it. */
export interface VirtualClock {
  readonly now: () => number;
  /** Moves forward; a time in the past leaves the clock where it is. */
  readonly moveTo: (epoch: number) => void;
}

/** What was called, by whom and with which outcome; the list that Apps Script calls "Executions". */
export interface ExecutionRecord {
  readonly id: number;
  readonly name: string;
  readonly kind: ExecutionKind;
  /** Virtual time in ms since 1970. */
  readonly startedAt: number;
  readonly status: "completed" | "failed" | "killed";
  readonly error: string | undefined;
  readonly logs: readonly LogLine[];
  readonly usage: Usage;
}

export type ExecutionKind = "call" | "rpc" | "menu" | "simple" | "time-driven" | "web";

export interface LogLine {
  readonly level: "log" | "info" | "warn" | "error" | "debug";
  readonly text: string;
  /** Virtual time in ms since 1970. */
  readonly at: number;
}

/** A test's hook, called before each service call; throwing kills the execution there. */
export type ServiceCallHook = (
  call: string,
  number: number,
  execution: { readonly id: number; readonly name: string },
) => void;

/** What outlives an execution: the program's files, the workbook, the clock, what services store. */
export interface HostState {
  readonly clock: VirtualClock;
  /** The e-mail address of the person at the keyboard. */
  readonly user: string;
  /** Whether a script is not told who is at the keyboard, but for the effective user. */
  readonly hidesActiveUser: boolean;
  /** The scopes that the person has granted, by their whole names; null when all that are asked for. */
  granted: ReadonlySet<string> | null;
  /** Whose spreadsheet it is. */
  readonly owner: string;
  /** The manifest's time zone unless the options gave another. */
  readonly scriptTimeZone: string;
  readonly manifest: Manifest;
  /** The text of dist/Code.js. */
  readonly code: string;
  /** The HTML files of dist/ by name without ".html". */
  readonly html: ReadonlyMap<string, string>;
  readonly workbook: Workbook;
  /** Whether an execution may go on in the realm of an earlier one. */
  readonly keepsProgram: boolean;
  /** Virtual ms that one service call costs. */
  readonly callCost: (call: string) => number;
  /** By which an execution's time on Google is estimated. */
  readonly costs: Costs;
  readonly hook: () => ServiceCallHook | null;
  readonly uuid: () => string;
  /** A place for what a service stores between executions while the host is open. */
  readonly slot: <T>(name: string, make: () => T) => T;
  /** The same for plain data that is saved in the workbook file, as properties are. */
  readonly kept: <T>(name: string, make: () => T) => T;
  readonly nextExecutionId: () => number;
  readonly record: (execution: ExecutionRecord) => void;
}
