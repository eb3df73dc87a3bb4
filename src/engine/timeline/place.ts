import type { EventRow, EventTable } from "../judging/events";
import type { Day } from "../kernel/day";
import type { DateCell } from "../kernel/fields";
import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import { codeOn } from "../sales/codes";
import { bindingSale, cameByCode } from "../sales/found-by-code";
import type { Transaction } from "../tables";
import { livedBefore, markerOf } from "../tables/packed/marker";
import { livedUntil } from "./lived-until";

/** A row that a day goes through: an event or a refund. */
export type LivedRow = EventRow;
/**
 * Where a row comes in the order of all days, as text that sorts: its day first. A row that would precede what it rests
 * on carries the other's place before its own, so that it comes right after that, and so on down (TIME-1).
 */
export type Place = string;

/** Between the places of a path, and within one: below every sign of a key, so that a row comes before what rests on it. */
const THEN = "\u0001";
const UNDER = "\u0002";
const ranks: Readonly<Record<EventTable, number>> = {
  partners: 0,
  customers: 1,
  transactions: 2,
  actions: 3,
};

/** The place of a row that is lived on a day, by itself. */
export const ownPlace = ({ table, row }: LivedRow, { day, time }: DateCell): Place =>
  [day, time || "00:00:00", ranks[table], row.key].join(THEN);

/** The first part of a place: the row by whose turn it comes. */
const turnOf = (place: Place): Place => place.split(UNDER, 1)[0] as Place;
export const dayOfPlace = (place: Place): Day => place.slice(0, 10) as Day;

/** The day and clock time of a row; undefined for a partner whose day of joining is blank. */
export function dateOf({ table, row }: LivedRow): DateCell | undefined {
  if (table === "partners") return row.joinedOn ? { day: row.joinedOn, time: "" } : undefined;
  return table === "customers" ? row.createdOn : row.date;
}

/** The rows that a row rests on; "unknown" where one is missing: then the row waits. */
export function basesOf(
  work: Work<EventTable>,
  { table, row }: LivedRow,
): readonly LivedRow[] | "unknown" {
  const found: LivedRow[] = [];
  const add = <T extends EventTable>(name: T, key: Key | null): boolean => {
    if (key === null) return true;
    const base = work.get(name, key);
    if (base) found.push({ table: name, row: base } as unknown as LivedRow);
    return base !== undefined;
  };
  const isKnown =
    table === "partners" ||
    (table === "customers" && add("partners", row.partner)) ||
    (table === "transactions" &&
      (row.refundOf === null
        ? add("customers", row.customer) &&
          restsByCode(work, row).every(([name, key]) => add(name, key))
        : add("transactions", row.refundOf))) ||
    (table === "actions" && add("customers", row.customer) && add("partners", row.partner));
  return isKnown ? found : "unknown";
}

/**
 * What a sale rests on by its code, where its customer has no partner: the code's partner; or, where the code can't be
 * told, the sale that brings the customer to one, also after it did (IMPORT-6).
 */
function restsByCode(
  work: Work<EventTable>,
  sale: Transaction,
): readonly (readonly ["partners" | "transactions", Key])[] {
  const customer = work.get("customers", sale.customer);
  if (!customer || (customer.partner !== null && !cameByCode(customer))) return [];
  const { code, createdOn } = customer;
  const days = [createdOn.day, sale.date.day];
  if (customer.partner === null && code !== null && days.some((day) => isOf(work, code, day)))
    return [];
  const on = sale.code === null ? undefined : codeOn(work, sale.code, sale.date.day);
  if (on?.kind === "of") return customer.partner === null ? [["partners", on.partner.key]] : [];
  const binding =
    on?.kind === "unclear" || sale.errors?.code ? bindingSale(work, customer) : undefined;
  return binding === undefined || binding === sale.key ? [] : [["transactions", binding]];
}
const isOf = (work: Work<EventTable>, code: string, day: Day): boolean =>
  codeOn(work, code, day).kind === "of";

/**
 * Finds places, each calculated once: rows and their dates don't change while days are lived. A row that an earlier run
 * lived is no reason for another to come later than its own date; a refund never comes before its sale (TIME-1d).
 */
export function createPlaces(
  work: Work<EventTable | "settings">,
): (row: LivedRow) => Place | undefined {
  const lived = livedUntil(work);
  /** The last day lived before the run that lived the row, or that is to live it. */
  const before = ({ row }: LivedRow): Day => {
    const marker = markerOf(row);
    return marker ? livedBefore(marker) : lived;
  };
  const known = new Map<object, Place | undefined>();
  const find = (of: LivedRow): Place | undefined => {
    const id = of.row;
    if (known.has(id)) return known.get(id);
    // A refund of a refund, or of itself, rests on nothing that comes.
    known.set(id, undefined);
    const place = placeOf(of);
    known.set(id, place);
    return place;
  };
  const placeOf = (of: LivedRow): Place | undefined => {
    const date = dateOf(of);
    if (!date) return undefined;
    const own = ownPlace(of, date);
    const bases = basesOf(work, of);
    if (bases === "unknown") return own;
    // Nothing rests on a day of joining that nobody knows.
    const isRefund = of.table === "transactions" && of.row.refundOf !== null;
    const places = bases
      .filter((base) => isRefund || before(base) === before(of))
      .flatMap((base) => find(base) ?? []);
    const after = places.reduce((a, b) => (a > b ? a : b), "");
    return own < turnOf(after) ? after + UNDER + own : own;
  };
  return find;
}
