import { type EventTable, tableOfEvent } from "../judging/events";
import { addDays, type Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import type { Program } from "../program/program";
import type { Work } from "../program/work";
import { cameByCode } from "../sales/found-by-code";
import { createFinder, type Finder } from "../sales/who";
import { isUndone } from "../timeline/agenda";
import type { LivedRow } from "../timeline/place";
import { stepsOfDay } from "../timeline/steps";
import { bareProgram, placeOf } from "./bare";
import { type Past, type PastRow, pastOf } from "./past";
import { createPeople } from "./people";
import type { Pass, Scenario } from "./simulate";

export interface Window {
  /** Events before it earn nothing. */
  readonly from: Day;
  /** The last day that is lived. */
  readonly to: Day;
}
type PastRows = ReadonlyMap<string, PastRow>;

/**
 * A program's past, lived again from before its first row: each run sees the rows that it saw then, and people act on
 * their days. By the triggers that were there all along it equals the live program.
 */
export function pastAgain(
  program: Program,
  { from, to }: Window,
  { today }: Pick<Env, "today">,
): Scenario {
  const past = pastOf(program, to);
  const known = rowsByName(past);
  const people = createPeople(program, today);
  return {
    program: bareProgram(program, past, from, today),
    *passes(work) {
      let left: readonly LivedRow[] = [];
      let after = addDays(program.settings.programStart, -1);
      for (const { until, rows, moves } of past.passes) {
        const all = [...left, ...rows.map(({ of }) => of)];
        yield {
          until,
          after,
          rows: all,
          days: people.daysUntil(until, moves),
          steps: people.among(stepsOfDay, moves),
          find: pastFinder(work, known),
          before: moveBefore(known),
          joinedOn: ({ key }) => known.get(placeOf("partners", key))?.run.day ?? to,
          // A row that was judged can't wait: what its cell said then, nobody knows.
          asBlank: ({ kind, key }) =>
            known.get(placeOf(tableOfEvent[kind], key))?.marker !== undefined,
        };
        left = all.filter((of) => isLeft(work, of));
        after = until;
      }
    },
  };
}

/** The rows of a past by `placeOf`. */
const rowsByName = ({ passes }: Past): PastRows =>
  new Map(
    passes.flatMap(({ rows }) => rows.map((row) => [placeOf(row.of.table, row.of.row.key), row])),
  );

function isLeft(work: Work, { table, row }: LivedRow): boolean {
  const now = { table, row: work.get(table, row.key) } as unknown as LivedRow;
  return now.row !== undefined && isUndone(work, now);
}

/** Finds who a sale was about when it was judged: it stays with the partner that it is stamped with. */
function pastFinder(work: Work, rows: PastRows): Finder {
  const find = createFinder(work);
  /** Judged with no partner: the one that it has now came later, by hand or by a code. */
  const hadNone = (table: EventTable, key: Key): boolean => {
    const { of, marker } = rows.get(placeOf(table, key)) ?? {};
    const then = of?.table === "partners" ? null : of?.row.judgedAs;
    return marker?.acted.length === 0 && then?.by === null;
  };
  return {
    ofCustomer: (customer) =>
      hadNone("customers", customer.key) ? { customer, partner: null } : find.ofCustomer(customer),
    ofAction: (action) => {
      if (!hadNone("actions", action.key)) return find.ofAction(action);
      return { customer: work.get("customers", action.customer) ?? null, partner: null };
    },
    ofTransaction: (sale) => {
      const isJudged = rows.get(placeOf("transactions", sale.key))?.marker !== undefined;
      const customer = work.get("customers", sale.customer);
      if (!isJudged || !customer) return find.ofTransaction(sale);
      const partner = work.get("partners", sale.partner) ?? null;
      const of = rows.get(placeOf("customers", customer.key))?.of;
      // The code that brought it to a partner does so again.
      const isFound =
        customer.partner === null && partner && of?.table === "customers" && cameByCode(of.row);
      const found = { ...customer, partner: sale.partner, code: isFound ? of.row.code : null };
      return { customer: isFound ? found : customer, partner };
    },
  };
}

/** Puts a partner into the group that a person had moved it to, before the row that tells of it. */
const moveBefore =
  (rows: PastRows): NonNullable<Pass["before"]> =>
  (work, { kind, key, partner }) => {
    const group = rows.get(placeOf(tableOfEvent[kind], key))?.group;
    if (partner && group !== undefined) work.update("partners", partner.key, { group });
  };
