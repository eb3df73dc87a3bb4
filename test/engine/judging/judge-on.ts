import { addDays } from "../../../src/engine/kernel/day";
import type { Cell } from "../../../src/engine/kernel/fields";
import type { Problem } from "../../../src/engine/kernel/problem";
import { apply } from "../../../src/engine/program/changeset";
import type { Program } from "../../../src/engine/program/program";
import { begin } from "../../../src/engine/program/work";
import type { Condition } from "../../../src/engine/rules/conditions";
import { advance } from "../../../src/engine/timeline/advance";
import {
  isLivedBefore,
  keepLivedUntil,
  setLivedUntil,
} from "../../../src/engine/timeline/lived-until";
import { stepsOfDay } from "../../../src/engine/timeline/steps";
import { versionTriggers } from "../../../src/engine/triggers/version";
import { envOn, type Given, programOf, recordsOf } from "../../support/program";

type RowGiven = Readonly<Record<string, Cell>>;

/** A program that began on 2020-01-01, with one partner and one customer unless others are given. */
export const programWith = (given: Given): Program =>
  programOf({
    settings: [...(given.settings ?? []), { key: "program start", value: "2020-01-01" }],
    partners: given.partners ?? [partner()],
    customers: given.customers ?? [customer()],
    ...Object.fromEntries(
      Object.entries(given).filter(
        ([name]) => !["settings", "partners", "customers"].includes(name),
      ),
    ),
  });

/** A partner who joined long ago, as the program knows. */
export const partner = (more: RowGiven = {}): RowGiven => ({
  judged: `${more.key ?? "ann"} | 2025-01-01 | #1 |`,
  groupJudged: more.group ?? "",
  key: "ann",
  name: "Ann",
  email: "ann@example.com",
  joinedOn: "2025-01-01",
  ...more,
});
export const customer = (more: RowGiven = {}): RowGiven => ({
  key: "acme",
  name: "Acme",
  email: "jo@acme.test",
  partner: "ann",
  createdOn: "2026-01-15",
  ...more,
});
export const sale = (key: string, date: string, amount: Cell, more: RowGiven = {}): RowGiven => ({
  key,
  customer: "acme",
  date,
  amount,
  ...more,
});
/** An active trigger that grants a reward for transactions, unless told otherwise. */
export const trigger = (key: string, more: RowGiven = {}): RowGiven => ({
  key,
  name: `Trigger ${key}`,
  state: "active",
  event: "transaction created",
  action: "grant a reward",
  ...more,
});
export const rules = (conditions: Condition): string => JSON.stringify(conditions);

const judgingSteps = stepsOfDay.filter(({ name }) => name !== "endings" && name !== "occurrences");

export interface JudgedProgram {
  readonly program: Program;
  readonly problems: readonly Problem[];
  readonly judged: number;
  readonly more: boolean;
}
/** What a run's judging, refunds included, makes of a program on a day; unless it says otherwise, a run was the day before. */
export function judgeOn(program: Program, today: string, atMost?: number): JudgedProgram {
  const work = begin(program);
  versionTriggers(work);
  const env = envOn(today);
  if (!isLivedBefore(work)) setLivedUntil(work, addDays(env.today, -1));
  const { counts, more } = advance(work, env.today, env, {
    run: `run ${today}`,
    steps: judgingSteps,
    ...(atMost === undefined ? {} : { atMost }),
  });
  if (!more) keepLivedUntil(work, env.today);
  const { judged } = counts;
  return { program: apply(program, work.changes()), problems: work.problems(), judged, more };
}

/** The same program with rows typed below those it has. */
export function typed(program: Program, given: Given): Program {
  const before = Object.fromEntries(
    Object.entries(program.tables).map(([name, data]) => [
      name,
      data.rows.map(({ raw }) => ({ ...raw.cells, ...raw.extra })),
    ]),
  ) as Given;
  const names = new Set([...Object.keys(before), ...Object.keys(given)]) as Set<keyof Given>;
  return programOf(
    Object.fromEntries(
      [...names].map((name) => [name, [...(before[name] ?? []), ...(given[name] ?? [])]]),
    ),
  );
}
/** The same program with cells of one row typed over. */
export function retyped(
  program: Program,
  table: keyof Given,
  key: string,
  cells: RowGiven,
): Program {
  const all = typed(program, {});
  const given = Object.fromEntries(
    Object.entries(all.tables).map(([name, data]) => [
      name,
      data.rows.map(({ raw }) => ({
        ...raw.cells,
        ...raw.extra,
        ...(name === table && raw.cells.key === key ? cells : {}),
      })),
    ]),
  );
  return programOf(given as Given);
}

/** The rewards as "transaction: amount status", in the order of their days. */
export const paid = (program: Program): readonly string[] =>
  [...recordsOf(program, "rewards")]
    .sort((a, b) => (a.earnedOn + a.key < b.earnedOn + b.key ? -1 : 1))
    .map(
      ({ transaction, customer: who, amount, status }) =>
        `${transaction ?? who}: ${(amount / 100).toFixed(2)} ${status}`,
    );
export const outcomeOf = (program: Program, key: string): string | null | undefined =>
  [...recordsOf(program, "transactions"), ...recordsOf(program, "customers")].find(
    (row) => row.key === key,
  )?.outcome;
