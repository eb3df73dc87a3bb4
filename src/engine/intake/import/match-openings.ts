import { type Day, daysBetween } from "../../kernel/day";
import { bucket, type Key } from "../../kernel/keys";
import { toCellNumber } from "../../kernel/money";
import { remembered } from "../../kernel/remembered";
import type { Work } from "../../program/work";
import type { Drip, Reward } from "../../tables";
import type { MoveRow } from "./move-row";
import {
  type Candidate,
  daysAround,
  isUnsure,
  mayBeUnderOtherKey,
  nearestFirst,
  type Similar,
  UNSURE_DAYS,
} from "./pair-up";

type Tables = Work<"settings" | "rewards" | "drips">;
type Opening = Reward | Drip;
const REWARD = "open_";
const DRIP = "drip_open_";

/** The key of an opening line: the reward that the other tool still owes, by its key there. */
export const openingKey = (key: string): Key => `${REWARD}${key}`;
/** … and of one that is owed on a coming day. */
export const openingDrip = (key: string): Key => `${DRIP}${key}`;
/** What is here of an opening line, also of one that an earlier release took. */
export function openingAt(work: Tables, { key, former }: MoveRow): Opening | undefined {
  const at = (own: string) =>
    work.get("rewards", openingKey(own)) ?? work.get("drips", openingDrip(own));
  return at(key) ?? (former === "" ? undefined : at(former));
}
/**
 * The lines of rewards still owed that are none here by their key and may yet be one: of the same partner, amount and
 * customer where both name one, and at most two days apart: a time zone moves a day by one, and a person who called two
 * lines the same may have moved it by another (IMPORT-10b).
 */
export function similarOpenings(
  work: Tables,
  rows: readonly MoveRow[],
  partnerOf: (row: MoveRow) => Key | undefined,
  customerOf: (row: MoveRow) => Key | undefined,
): Similar<MoveRow, Opening> {
  const placeOf = (partner: Key, day: Day, { amount, currency }: Sum) =>
    bucket(
      partner,
      day,
      `${toCellNumber({ amount, currency: currency ?? work.settings.programCurrency })}`,
    );
  const found = new Set(rows.flatMap((row) => openingAt(work, row)?.key ?? []));
  const open = new Map<string, (readonly [MoveRow])[]>();
  for (const row of rows) {
    const partner = openingAt(work, row) ? undefined : partnerOf(row);
    const { date, currency } = row;
    if (partner === undefined || !date) continue;
    const sum = { amount: row.isNegative ? -row.amount : row.amount, currency };
    const group = [row] as const;
    for (const day of daysAround(date.day, NEAR))
      remembered(open, placeOf(partner, day, sum), () => []).push(group);
  }
  const candidates = new Map<readonly MoveRow[], Candidate<Opening>[]>();
  for (const there of open.size === 0 ? [] : [...work.all("rewards"), ...work.all("drips")]) {
    const { key, partner, customer, amount, currency } = there;
    const isOpening = key.startsWith(REWARD) || key.startsWith(DRIP);
    if (!isOpening || found.has(key) || amount === null) continue;
    const day = "earnedOn" in there ? there.earnedOn : there.eventDate;
    const unsure = isUnsure(key);
    const days = daysAround(day, unsure ? UNSURE_DAYS - NEAR : 0);
    const places = days.map((each) => placeOf(partner, each, { amount, currency }));
    for (const group of new Set(places.flatMap((place) => open.get(place) ?? []))) {
      const [row] = group;
      const own = customerOf(row);
      const isOthers = own && customer && own !== customer;
      const apart = Math.abs(daysBetween(row.date?.day ?? day, day));
      if ((unsure || !isOthers) && mayBeUnderOtherKey(row, key))
        remembered(candidates, group, () => []).push({ there, apart });
    }
  }
  return nearestFirst(candidates);
}
/** A line is looked for under its day and so many on either side. */
const NEAR = 2;
type Sum = Pick<MoveRow, "amount" | "currency">;
