import { type CheckName, checkNames, healthChecks } from "../health";
import { examine, type Found, headerOf } from "../health/examine";
import type { HealthCheck, RepairName } from "../health/health-check";
import { tableNames, tableOf } from "../tables";
import { capped } from "./capped";
import { useCase } from "./use-case";

export interface ShownFinding {
  readonly check: CheckName;
  readonly id: string;
  /** The tab, the row's key and the column's header, as `show-cell` takes them. */
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly message: string;
  readonly repairs: readonly { readonly how: RepairName; readonly label: string }[];
}
export interface CheckHealthOutput {
  /** What was looked at, with how much was found. */
  readonly checks: readonly {
    readonly check: CheckName;
    readonly label: string;
    readonly count: number;
  }[];
  readonly findings: readonly ShownFinding[];
  /** Findings that are left out. */
  readonly more: number;
}

/** Looks through all rows for what can't be, or needs a person (product.md §8). Changes nothing. */
export const checkHealth = useCase({
  name: "check-health",
  writes: false,
  inputs: {},
  reads: tableNames,
  decide: (work, _, env): CheckHealthOutput => {
    const all = examine(work, env);
    const { rows, more } = capped(all, 90_000, shown);
    const checks = checkNames.map((check) => ({
      check,
      label: healthChecks[check].label,
      count: all.filter((found) => found.check === check).length,
    }));
    return { checks, findings: rows, more };
  },
});

function shown({ check, id, table, key, column, message, repairs }: Found): ShownFinding {
  const known: HealthCheck["repairs"] = healthChecks[check].repairs;
  return {
    check,
    id,
    table: tableOf(table).sheet,
    key,
    column: headerOf(table, column),
    message,
    repairs: repairs.flatMap((how) => {
      const repair = known[how];
      return repair ? [{ how, label: repair.label }] : [];
    }),
  };
}
