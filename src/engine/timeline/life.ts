import { countsOf, numberOf } from "../judging/count";
import type { JudgedEvent, Judging } from "../judging/judge-event";
import { addDays, type Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Problem } from "../kernel/problem";
import type { Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import type { Finder } from "../sales/who";
import type { Partner } from "../tables";
import { type CompiledTriggers, compileTriggers } from "../triggers/compile-triggers";
import type { Agenda } from "./agenda";
import { livedUntil } from "./lived-until";
import type { LivedRow } from "./place";
import type { Waiting } from "./waiting";

/** Who looks on while days are lived, and may look at the triggers' facts. */
export interface Watch {
  readonly triggers?: (compiled: CompiledTriggers) => CompiledTriggers;
  readonly onJudged?: (judging: Judging, event: ProgramEvent, judged: JudgedEvent) => void;
}
/** The tables that the endings and occurrences of drips read and write. */
export const dripReads = [
  "settings",
  "partners",
  "customers",
  "transactions",
  "triggers",
  "rewards",
  "drips",
  "invoices",
] as const;
export type DripTables = (typeof dripReads)[number];

/** What the steps of drips share while days are lived. */
export interface DripLife {
  readonly work: Work<DripTables>;
  readonly env: Pick<Env, "today">;
  readonly run: string;
  readonly agenda: Agenda;
}
/** What all steps of a day share while days are lived. */
export interface Life extends DripLife {
  readonly work: Work;
  /** The day that is lived to: what was typed without a date is noticed on it. */
  readonly until: Day;
  readonly find: Finder;
  /** What is said of a row without a marker whose key was another row's (CELL-7e). */
  readonly takenKey: (of: LivedRow) => Problem | undefined;
  /** When a partner joined whose cell is blank. */
  readonly joinedOn: (partner: Partner) => Day;
  /** What judging needs on any day. */
  readonly judging: Omit<Judging, "day">;
  readonly watch: Watch;
  /** What is done before each event is judged. */
  readonly before: ((work: Work, event: ProgramEvent) => void) | undefined;
  readonly waiting: Waiting[];
  /** Says at its cell why an event waits, once a cell. */
  readonly report: (problem: Problem) => void;
}

/** Makes ready for judging: the triggers active now, and what is counted and late. Reports triggers that are not sound. */
export function prepareJudging(
  work: Work,
  env: Pick<Env, "today">,
  run: string,
  { triggers: look }: Watch,
  asBlank: Judging["asBlank"] = () => false,
): Omit<Judging, "day"> {
  const compiled = compileTriggers(work);
  const before = livedUntil(work);
  return {
    work,
    env,
    run,
    triggers: look?.(compiled) ?? compiled,
    counts: countsOf(work),
    numberOf: (event) => numberOf(work, event),
    livedUntil: before,
    asBlank,
    lateBefore: addDays(before, -work.settings.lateEventAfterDays),
  };
}
