import { type CheckName, checkNames, healthChecks } from "../../health";
import { examine, type Found, headerOf } from "../../health/examine";
import type { HealthCheck, RepairName } from "../../health/health-check";
import { clip } from "../../kernel/cells";
import { textField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { tableNames, tableOf } from "../../tables";
import { everyWord } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";

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
/** The findings, check by check; a search leaves out the others. */
export interface CheckHealthOutput extends Page<ShownFinding> {
  /** What was looked at, with how much was found of what is searched. */
  readonly checks: readonly {
    readonly check: CheckName;
    readonly label: string;
    readonly count: number;
  }[];
}

/** Looks through all rows for what can't be, or needs a person (RUN-16, RUN-17). Changes nothing. */
export const checkHealth = useCase({
  name: "check-health",
  edits: "read only",
  inputs: {
    search: input("Search", textField, { hint: "A tab, a key, or what is wrong." }),
    ...pageInputs,
  },
  reads: tableNames,
  decide: (work, { search, ...asked }, env): CheckHealthOutput => {
    const says = everyWord(search);
    const all = examine(work, env).filter(({ check, table, key, message }) =>
      says(() => [healthChecks[check].label, tableOf(table).sheet, key, message]),
    );
    const checks = checkNames.map((check) => ({
      check,
      label: healthChecks[check].label,
      count: all.filter((found) => found.check === check).length,
    }));
    return { checks, ...pageOf(all, asked, shown) };
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
    message: clip(message, 1_000),
    repairs: repairs.flatMap((how) => {
      const repair = known[how];
      return repair ? [{ how, label: repair.label }] : [];
    }),
  };
}
