import { tableOfEvent } from "../judging/events";
import { addDays, type Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Program } from "../program/program";
import { begin, type Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import { createFinder, type Finder } from "../sales/who";
import { advance } from "../timeline/advance";
import { isUndone } from "../timeline/agenda";
import type { Watch } from "../timeline/life";
import { setLivedUntil } from "../timeline/lived-until";
import type { LivedRow } from "../timeline/place";
import { stepsOfDay } from "../timeline/steps";
import { bareProgram, placeOf } from "./bare";
import { type Past, type PastRow, pastOf } from "./past";
import { createPeople } from "./people";

export interface Window {
  /** Events before it earn nothing. */
  readonly from: Day;
  /** The last day that is lived. */
  readonly to: Day;
}
type PastRows = ReadonlyMap<string, PastRow>;

/** The rows of a past by `placeOf`. */
export const rowsByName = ({ passes }: Past): PastRows =>
  new Map(
    passes.flatMap(({ rows }) => rows.map((row) => [placeOf(row.of.table, row.of.row.key), row])),
  );

/**
 * Lives a program's past again on a copy, from before its first row, with the steps of a live run: each run sees the
 * rows that it saw then, and people act on their days. Gives what would be there at the end; the program stays as it
 * is. A simulation by the triggers that were there all along equals the live program.
 */
export function simulate(
  program: Program,
  { from, to }: Window,
  env: Pick<Env, "today">,
  watch: Watch = {},
): Work {
  const past = pastOf(program, to);
  const work: Work = begin(bareProgram(program, past, from, env.today));
  const known = rowsByName(past);
  const people = createPeople(program, env.today);
  let left: readonly LivedRow[] = [];
  let after = addDays(program.settings.programStart, -1);
  for (const { until, rows, moves } of past.passes) {
    setLivedUntil(work, after);
    const all = [...left, ...rows.map(({ of }) => of)];
    const options = {
      rows: all,
      days: people.daysUntil(until, moves),
      steps: people.among(stepsOfDay, moves),
      find: pastFinder(work, known),
      joinedOn: ({ key }: { readonly key: string }) =>
        known.get(placeOf("partners", key))?.run.day ?? to,
      // A row that was judged can't wait: what its cell said then, nobody knows.
      asBlank: ({ kind, key }: ProgramEvent) =>
        known.get(placeOf(tableOfEvent[kind], key))?.marker !== undefined,
      watch: { ...watch, before: moveBefore(known) },
    };
    advance(work, until, { today: until }, options);
    left = all.filter((of) => isLeft(work, of));
    after = until;
  }
  return work;
}

function isLeft(work: Work, { table, row }: LivedRow): boolean {
  const now = { table, row: work.get(table, row.key) } as unknown as LivedRow;
  return now.row !== undefined && isUndone(work, now);
}

/** Finds who a sale was about when it was judged: it stays with the partner that it is stamped with. */
export function pastFinder(work: Work, rows: PastRows): Finder {
  const find = createFinder(work);
  return {
    ...find,
    ofTransaction: (sale) => {
      const isJudged = rows.get(placeOf("transactions", sale.key))?.marker !== undefined;
      const customer = work.get("customers", sale.customer);
      if (!isJudged || !customer) return find.ofTransaction(sale);
      return { customer, partner: work.get("partners", sale.partner) ?? null };
    },
  };
}

/** Puts a partner into the group that a person had moved it to, before the row that tells of it. */
const moveBefore =
  (rows: PastRows): NonNullable<Watch["before"]> =>
  (work, { kind, key, partner }) => {
    const group = rows.get(placeOf(tableOfEvent[kind], key))?.group;
    if (partner && group !== undefined) work.update("partners", partner.key, { group });
  };
