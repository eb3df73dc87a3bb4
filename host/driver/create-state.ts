import { randomUUID } from "node:crypto";
import { publishedCosts } from "../realm/costs";
import type { ExecutionRecord, HostState, ServiceCallHook } from "../realm/host-state";
import { wholeScope } from "../realm/require-scope";
import type { Workbook } from "../workbook";
import type { HostOptions } from "./host-options";
import type { Program } from "./load-program";
import { epochOf } from "./moment";

/** A host's state with what only the driver may change. */
export interface OpenState {
  readonly state: HostState;
  readonly records: readonly ExecutionRecord[];
  readonly setHook: (hook: ServiceCallHook | null) => void;
}

/** The person at the keyboard if nobody is named. */
const somebody = "someone@example.com";

/** The virtual clock when the workbook was last saved. */
const clockOf = (workbook: Workbook): number | undefined => {
  const kept = workbook.extras.clock;
  return typeof kept === "number" ? kept : undefined;
};

/**
 * Combines a program and a workbook. The clock starts at the given time, else where the workbook's file left it, else
 * at real time.
 */
export const createState = (
  options: HostOptions,
  program: Program,
  workbook: Workbook,
): OpenState => {
  const scriptTimeZone = options.scriptTimeZone ?? program.manifest.timeZone ?? "UTC";
  let now =
    options.now === undefined
      ? (clockOf(workbook) ?? Date.now())
      : epochOf(options.now, workbook.timeZone);
  let executions = 0;
  let hook: ServiceCallHook | null = null;
  const slots = new Map<string, unknown>();
  const records: ExecutionRecord[] = [];
  const cost = options.callCost ?? 0;
  workbook.now = () => now;
  if (options.keepsApostrophes !== undefined) workbook.keepsApostrophes = options.keepsApostrophes;
  const state: HostState = {
    ...program,
    clock: {
      now: () => now,
      moveTo: (epoch) => {
        now = Math.max(now, epoch);
      },
    },
    user: options.user ?? somebody,
    hidesActiveUser: options.hidesActiveUser ?? false,
    granted: options.granted ? new Set(options.granted.map(wholeScope)) : null,
    owner: options.owner ?? options.user ?? somebody,
    scriptTimeZone,
    workbook,
    costs: options.costs ?? publishedCosts,
    keepsProgram: options.keepsProgram ?? false,
    callCost: typeof cost === "function" ? cost : () => cost,
    hook: () => hook,
    uuid: options.uuid ?? randomUUID,
    slot: <T>(name: string, make: () => T): T => {
      if (!slots.has(name)) slots.set(name, make());
      return slots.get(name) as T;
    },
    kept: <T>(name: string, make: () => T): T => {
      workbook.extras[name] ??= make();
      return workbook.extras[name] as T;
    },
    nextExecutionId: () => {
      executions += 1;
      return executions;
    },
    record: (execution) => void records.push(execution),
  };
  return {
    state,
    records,
    setHook: (next) => {
      hook = next;
    },
  };
};
