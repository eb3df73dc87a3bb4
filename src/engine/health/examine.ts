import type { Env } from "../kernel/env";
import type { Work } from "../program/work";
import { type TableName, tableOf } from "../tables";
import { type CheckName, checkNames, healthChecks } from ".";
import type { Finding, HealthCheck } from "./health-check";

export interface Found extends Finding {
  readonly check: CheckName;
}

/** All that the health check finds, check by check. Changes nothing. */
export const examine = (
  work: Work,
  env: Pick<Env, "today" | "left">,
  checks: readonly CheckName[] = checkNames,
): readonly Found[] =>
  checks.flatMap((check) =>
    checkOf(check)
      .find(work, env)
      .map((found) => ({ ...found, check })),
  );
const checkOf = (name: CheckName): HealthCheck => healthChecks[name];
const inRuns = checkNames.filter((check) => !checkOf(check).onlyAsked);

/** Reports what a run should write at the cells; how many things were found that a person should look at. */
export function examineInRun(work: Work, env: Pick<Env, "today" | "left">): number {
  const all = examine(work, env, inRuns);
  for (const { check, table, key: row, column, message } of all) {
    if (!checkOf(check).marks) continue;
    const at = { table: tableOf(table).sheet, row, column: headerOf(table, column) };
    work.report({ code: "RECORD_INCONSISTENT", at, message });
  }
  return all.length;
}

/** The header of a column by its id. */
export const headerOf = (table: TableName, column: string): string =>
  tableOf(table).columns[column]?.header ?? column;
