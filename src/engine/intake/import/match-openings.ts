import { daysBetween } from "../../kernel/day";
import { bucket, type Key } from "../../kernel/keys";
import { toCellNumber } from "../../kernel/money";
import { remembered } from "../../kernel/remembered";
import type { Work } from "../../program/work";
import type { Drip, Reward } from "../../tables";
import type { MoveRow } from "./move-row";
import { mayBeUnderOtherKey, nearestFirst, type Similar } from "./pair-up";

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
const dayOfOpening = (opening: Opening) =>
  "earnedOn" in opening ? opening.earnedOn : opening.eventDate;

/**
 * The lines of rewards still owed that are none here by their key and may yet be one: of the same partner, amount and
 * customer where both name one, of the same day or one beside it (IMPORT-10b).
 */
export function similarOpenings(
  work: Tables,
  rows: readonly MoveRow[],
  partnerOf: (row: MoveRow) => Key | undefined,
  customerOf: (row: MoveRow) => Key | undefined,
): Similar<MoveRow, Opening> {
  const similar = new Map<MoveRow, { there: Opening; apart: number }[]>();
  const placeOf = (partner: Key, { amount, currency }: Pick<MoveRow, "amount" | "currency">) =>
    bucket(
      partner,
      String(toCellNumber({ amount, currency: currency ?? work.settings.programCurrency })),
    );
  const found = new Set(rows.flatMap((row) => openingAt(work, row)?.key ?? []));
  const open = new Map<string, MoveRow[]>();
  for (const row of rows) {
    const partner = openingAt(work, row) ? undefined : partnerOf(row);
    const amount = row.isNegative ? -row.amount : row.amount;
    if (partner !== undefined)
      remembered(open, placeOf(partner, { ...row, amount }), () => []).push(row);
  }
  if (open.size === 0) return similar;
  for (const there of [...work.all("rewards"), ...work.all("drips")]) {
    const isOpening = there.key.startsWith(REWARD) || there.key.startsWith(DRIP);
    if (!isOpening || found.has(there.key) || there.amount === null) continue;
    const { amount, currency } = there;
    for (const row of open.get(placeOf(there.partner, { amount, currency })) ?? []) {
      const day = row.date?.day;
      const apart = day === undefined ? 0 : Math.abs(daysBetween(day, dayOfOpening(there)));
      const customer = customerOf(row);
      const isOthers = customer && there.customer && customer !== there.customer;
      if (apart <= 1 && !isOthers && mayBeUnderOtherKey(row, there.key))
        remembered(similar, row, () => []).push({ there, apart });
    }
  }
  return nearestFirst(similar);
}
