import type { EventTable } from "../judging/events";
import { cellWords } from "../kernel/cell-words";
import type { Day } from "../kernel/day";
import type { Sentence } from "../kernel/message";
import { say } from "../kernel/say";
import type { Work } from "../program/work";
import { tableOf } from "../tables";
import { markerOf } from "../tables/packed/marker";
import { basesOf, dateOf, type LivedRow } from "./place";

/** A row that could not be lived at its place, and why. */
export interface Waiting {
  readonly of: LivedRow;
  readonly why: Sentence;
}

/** Whether a row that others rest on was lived; of a partner whose day of joining is blank nobody knows since when. */
const isThere = (of: LivedRow): boolean =>
  markerOf(of.row) !== undefined || dateOf(of) === undefined;

/**
 * Why a row can't be lived yet: it is dated after the last day, or rests on a row that was not lived (TIME-1c).
 * Undefined where nothing is in its way but, perhaps, a row that is missing.
 */
export function waitsFor(work: Work<EventTable>, of: LivedRow, until: Day): Sentence | undefined {
  const own = dateOf(of)?.day;
  if (own && own > until) return say`waits until ${{ day: own }}`;
  const bases = basesOf(work, of);
  const base = bases === "unknown" ? undefined : bases.find((each) => !isThere(each));
  if (!base) return undefined;
  const name = `${tableOf(base.table).sheet.toLowerCase().slice(0, -1)} “${base.row.key}”`;
  const on = dateOf(base)?.day;
  return on && on > until ? say`waits for ${name} until ${{ day: on }}` : `waits for ${name}`;
}

/** Says beside each row that waits what it waits for. */
export function writeWaiting(work: Work<EventTable>, waiting: readonly Waiting[]): void {
  for (const { of, why } of waiting) {
    const { table, row } = of;
    const outcome = cellWords(why);
    if (table === "partners" || row.outcome === outcome) continue;
    work.update(table, row.key, { outcome });
  }
}
