import { checkNames, healthChecks } from "../../health";
import { examine, headerOf } from "../../health/examine";
import type { HealthCheck } from "../../health/health-check";
import { cellWords } from "../../kernel/cell-words";
import { brief } from "../../kernel/message";
import { tableNames, tableOf } from "../../tables";
import { list } from "../shared/list";

/** Looks through all rows for what can't be, or needs a person (RUN-16, RUN-17), check by check. Changes nothing. */
export const checkHealth = list({
  name: "check-health",
  reads: tableNames,
  hint: "A tab, a key, or what is wrong.",
  rows: (work, _, env) => examine(work, env),
  texts: (_, { check, table, key, message }) => [
    healthChecks[check].label,
    tableOf(table).sheet,
    key,
    cellWords(message),
  ],
  show:
    () =>
    ({ check, id, table, key, column, message, repairs }) => {
      const { repairs: known = {} }: HealthCheck = healthChecks[check];
      return {
        check,
        id,
        /** The tab, the row's key and the column's header, as `show-cell` takes them. */
        table: tableOf(table).sheet,
        key,
        column: headerOf(table, column),
        message: brief(message, 1_000),
        repairs: repairs.flatMap((how) => {
          const repair = known[how];
          return repair ? [{ how, label: repair.label }] : [];
        }),
      };
    },
  /** What was looked at, with how much was found of what is searched. */
  beside: (_, found) => ({
    checks: checkNames.map((check) => ({
      check,
      label: healthChecks[check].label,
      count: found.filter((each) => each.check === check).length,
    })),
  }),
});
