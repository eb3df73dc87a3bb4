import { followedDrips } from "../drips/continue-drip";
import { endingDay, reportTypedEnd } from "../drips/end-drips";
import { nextPart, reportOrphan } from "../drips/release";
import { type EventTable, eventTables } from "../judging/events";
import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import { sortBy } from "../kernel/order";
import { remembered } from "../kernel/remembered";
import type { Work } from "../program/work";
import { isOrWasRefund, isUncounted } from "../sales/refund-row";
import type { Drip, Partner } from "../tables";
import { markerOf } from "../tables/packed/marker";
import { createPlaces, dayOfPlace, type LivedRow, ownPlace, type Place } from "./place";

/** What is undone, by the day on which it is to be lived: a day without any is never visited (TIME-1). */
export interface Agenda {
  /** The earliest day with something undone; undefined where nothing is left. */
  next(): Day | undefined;
  /** The day's undone rows in their order. */
  rowsOf(day: Day): readonly LivedRow[];
  /** The drips with an ending or an occurrence on the day, in the order of their keys. */
  dripsOf(day: Day): readonly Key[];
  /** Notes when the drip next has something undone, never before `notBefore`. */
  addDrip(drip: Key, notBefore: Day): void;
  /** Has the day gone through, whether or not anything is undone on it. */
  visit(day: Day): void;
  /** Nothing of the day is left. */
  close(day: Day): void;
  /** Whether something that is left on the day would, asked again, be lived on an earlier one. */
  holdsEarlier(day: Day): boolean;
  /** Rows that no day until the last goes through: dated later, or resting on such a row. */
  readonly later: readonly LivedRow[];
}
interface Page {
  readonly rows: PlacedRow[];
  readonly drips: Set<Key>;
}
/** A row that is to be lived, at its place. */
export interface PlacedRow {
  readonly place: Place;
  readonly of: LivedRow;
}
export interface Scope {
  readonly until: Day;
  readonly today: Day;
  /** Nothing is lived on an earlier day: an unfinished run stopped within this one. */
  readonly notBefore: Day | null;
  /** The rows to be lived. */
  readonly rows: readonly PlacedRow[];
  /** Only these drips. */
  readonly only?: ((drip: Drip) => boolean) | undefined;
}

/** Whether a row is still to be lived: an event without a marker, or a refund whose row says something else than it counts as. */
export const isUndone = (work: Work<"transactions">, { table, row }: LivedRow): boolean =>
  table === "transactions" && isOrWasRefund(row)
    ? isUncounted(work, row)
    : markerOf(row) === undefined;

type Tables = "drips" | "partners" | "customers" | "transactions";

/** Collects what is undone until a day. Reports drips that can't go on as they stand. */
export function openAgenda(work: Work<Tables>, scope: Scope): Agenda {
  const { until, today, only } = scope;
  const pages = new Map<Day, Page>();
  const days: Day[] = [];
  const later: LivedRow[] = [];
  const pageOf = (wanted: Day): Page => {
    const day = scope.notBefore !== null && wanted < scope.notBefore ? scope.notBefore : wanted;
    return remembered(pages, day, () => {
      insert(days, day);
      return { rows: [], drips: new Set() };
    });
  };
  const firstDay = (key: Key, followed?: ReadonlySet<Key>): Day | undefined => {
    const drip = work.get("drips", key);
    const due = drip && nextPart(work, drip)?.due;
    const ending = drip && endingDay(work, drip, today, followed);
    return due !== undefined && (ending === undefined || due < ending) ? due : ending;
  };
  const addDrip = (drip: Key, notBefore?: Day, followed?: ReadonlySet<Key>) => {
    const first = firstDay(drip, followed);
    if (first === undefined || first > until) return;
    pageOf(notBefore !== undefined && notBefore > first ? notBefore : first).drips.add(drip);
  };
  for (const row of scope.rows) {
    const day = dayOfPlace(row.place);
    if (day > until) later.push(row.of);
    else pageOf(day).rows.push(row);
  }
  const followed = followedDrips(work);
  for (const drip of work.all("drips")) {
    if (only && !only(drip)) continue;
    reportTypedEnd(work, drip);
    reportOrphan(work, drip);
    addDrip(drip.key, undefined, followed);
  }
  return {
    next: () => days[0],
    rowsOf: (day) => sortBy(pages.get(day)?.rows ?? [], ({ place }) => place).map(({ of }) => of),
    dripsOf: (day) => [...(pages.get(day)?.drips ?? [])].sort(),
    addDrip,
    visit: (day) => void pageOf(day),
    holdsEarlier: (day) =>
      day === scope.notBefore ||
      [...(pages.get(day)?.drips ?? [])].some((key) => (firstDay(key) ?? day) < day),
    close: (day) => {
      pages.delete(day);
      days.splice(days.indexOf(day), 1);
    },
    later,
  };
}

/**
 * The rows still to be lived, at their places: of those named, or of all. `joinedOn` says when a partner joined whose
 * cell is blank: that row's day, on which nothing rests.
 */
export function placedRows(
  work: Work<EventTable | "settings">,
  today: Day,
  joinedOn: (partner: Partner) => Day,
  known?: readonly LivedRow[],
  places: (of: LivedRow) => Place | undefined = createPlaces(work),
): readonly PlacedRow[] {
  const blankDay = (of: LivedRow) => (of.table === "partners" ? joinedOn(of.row) : today);
  return undoneRows(work, known).map((of) => ({
    of,
    place: places(of) ?? ownPlace(of, { day: blankDay(of), time: "" }),
  }));
}

function undoneRows(
  work: Work<EventTable>,
  known: readonly LivedRow[] | undefined,
): readonly LivedRow[] {
  if (known) return known.flatMap((of) => undoneNow(work, of) ?? []);
  const undone: LivedRow[] = [];
  for (const table of eventTables) {
    for (const row of work.all(table)) {
      const of = { table, row } as unknown as LivedRow;
      if (isUndone(work, of)) undone.push(of);
    }
  }
  return undone;
}

function undoneNow(work: Work<EventTable>, { table, row }: LivedRow): LivedRow | undefined {
  const of = { table, row: work.get(table, row.key) } as unknown as LivedRow;
  return of.row && isUndone(work, of) ? of : undefined;
}

/** Puts a day into its place among those that are sorted. */
function insert(days: Day[], day: Day): void {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as Day) < day) low = middle + 1;
    else high = middle;
  }
  days.splice(low, 0, day);
}
