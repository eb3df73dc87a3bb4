import { percentBase } from "../actions/percent-base";
import { percentColumn } from "../actions/price";
import { isErrorCell } from "../kernel/cells";
import type { Problem } from "../kernel/problem";
import { factsIn, isUnknown } from "../rules/conditions";
import { tableOfSource } from "../rules/facts";
import { type FactSource, factSources, type ProgramEvent } from "../rules/program-event";
import { tableOf } from "../tables";
import { tableOfEvent } from "./events";
import { blockReason } from "./guards";
import { type Judging, momentOf } from "./judge-event";
import { markAsLived } from "./mark";
import { openTo } from "./matching";

/** The cell for which an event waits. */
export interface Undecided {
  /** Undefined where the row or trigger with the bad cell already shows it. */
  readonly problem?: Problem;
  /** What the event's row says that it waits for. */
  readonly waits: string;
}

/** Most events have no cell with an error value, and an amount where a percent needs one: then nothing is asked. */
const mayBeUndecided = ({ triggers, work }: Judging, event: ProgramEvent): boolean =>
  triggers.unread.length > 0 ||
  triggers.of(event.kind).some(({ trigger }) => {
    const column = percentColumn(trigger);
    return column !== null && "instead" in percentBase(work, event, column);
  }) ||
  factSources.some((source) => {
    const record = event[source];
    return record !== null && (record.errors || Object.values(record.extra).some(isErrorCell));
  });

/**
 * The cell with an error value for which an event must wait, since a trigger that may act on it can't be decided; undefined
 * where all can (CELL-2). Nothing is marked.
 */
export function undecidedBy(judging: Judging, event: ProgramEvent): Undecided | undefined {
  if (!mayBeUndecided(judging, event) || judging.asBlank(event)) return undefined;
  const { work } = judging;
  if (blockReason(event, judging) !== undefined) return undefined;
  const table = tableOfEvent[event.kind];
  const before = work.get(table, event.key);
  // Facts count the event itself (TIME-6): it is marked while they are asked.
  markAsLived(judging, event);
  const found = findUndecided(judging, event);
  if (before) {
    const { judged } = before;
    if (table === "transactions" && "partner" in before) {
      work.update(table, event.key, { judged, partner: before.partner } as never);
    } else if (table !== "partners") work.update(table, event.key, { judged });
  }
  return found;
}

function findUndecided(judging: Judging, event: ProgramEvent): Undecided | undefined {
  const { event: now, facts } = momentOf(judging, event, false);
  const unread = judging.triggers.unread.find(({ mayAct }) => mayAct(event.kind, facts));
  if (unread) return { waits: `waits: the trigger “${unread.name}” shows an error` };
  const taken = new Set<string>();
  for (const { trigger, conditions, outlook } of judging.triggers.of(event.kind)) {
    const { set } = trigger;
    if (
      (set !== null && taken.has(set)) ||
      "closed" in openTo(judging.work, trigger, now, judging.day)
    )
      continue;
    const expected = outlook(facts);
    const column = percentColumn(trigger);
    if (expected === true && column !== null) {
      const base = percentBase(judging.work, now, column);
      if ("instead" in base) return withoutBase(event, trigger.name, column, base.instead);
    }
    if (expected === true && set !== null) taken.add(set);
    if (expected !== undefined) continue;
    const id = factsIn(conditions).find((each) => isUnknown(facts.valueOf(each))) ?? "";
    return undecided(event, trigger.name, id, facts.valueOf(id));
  }
  return undefined;
}

/** A percent of a column that is no amount. */
const withoutBase = (
  event: ProgramEvent,
  trigger: string,
  column: string,
  instead: string,
): Undecided => ({
  problem: {
    code: "CELL_NOT_A_NUMBER",
    at: { table: "Transactions", row: event.key, column },
    message: `${column} is ${instead}, so “${trigger}” can't work out its percent, and this transaction waits. Type the amount (0 where there is none), or process the row as if it were blank.`,
  },
  waits: `waits: ${column} is ${instead}`,
});

function undecided(event: ProgramEvent, trigger: string, id: string, found: unknown): Undecided {
  const source = id.slice(0, id.indexOf(".")) as FactSource;
  const column = id.slice(source.length + 1);
  const { sheet } = tableOf(tableOfSource[source]);
  const row = event[source]?.key ?? "";
  const error = isUnknown(found) ? found.error : "";
  const isTold = event[source]?.errors !== undefined && !(column in (event[source]?.extra ?? {}));
  const problem: Problem = {
    code: "CELL_ERROR",
    at: { table: sheet, row, column },
    message: `${column} is ${error}, an error and no value, so “${trigger}” can't be decided and what depends on it waits. Correct the cell, or process the row as if it were blank.`,
  };
  return {
    ...(isTold ? {} : { problem }),
    waits: `waits: ${column} of ${source} “${row}” is ${error}`,
  };
}
