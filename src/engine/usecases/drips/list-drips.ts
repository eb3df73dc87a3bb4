import { isOver } from "../../drips/parts";
import { clip } from "../../kernel/cells";
import { keyField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { down, ownKey, type Place } from "../../kernel/order";
import { dripStatuses } from "../../kernel/vocabulary";
import { type RowsOf, some } from "../../program/reads";
import type { WorkOn } from "../../program/work";
import type { Drip } from "../../tables";
import { dayTexts } from "../shared/every-word";
import { folded } from "../shared/find-by-text";
import { list, matching } from "../shared/list";
import { customerNameIn, partnerName, textsOfCustomer, textsOfPartner } from "../shared/names";

const named = [some("partners", "name", "email"), some("customers", "name", "email")] as const;
type Named = WorkOn<RowsOf<(typeof named)[number]>>;

/** In which order drips are listed; those with nothing to come are the last by their date. */
export const dripOrders = ["next date", "partner", "started last"] as const;
const placeOf = (work: Named): { readonly [O in (typeof dripOrders)[number]]: Place<Drip> } => ({
  "next date": ({ nextDate }) => nextDate ?? "9999",
  partner: ({ partner }) => folded(partnerName(work, partner)),
  "started last": down(({ eventDate }) => eventDate),
});

/** The drips, searched by partner, customer, description or key, whatever the case and the accents (REWARD-22). */
export const listDrips = list({
  name: "list-drips",
  reads: ["drips", ...named],
  filters: {
    partner: input("Partner", keyField, { hint: "Blank means all partners." }),
    status: input("Status", wordField(dripStatuses)),
    sort: input("Sort by", wordField(dripOrders), { hint: "Blank sorts by next date." }),
  },
  rows: (work, { partner, status }) => matching(work, "drips", { partner, status }),
  texts: (work, { key, partner, customer, description, ...drip }, { entry }) => [
    key,
    ...textsOfPartner(work, partner),
    ...textsOfCustomer(work, customer),
    description,
    ...[drip.amount, drip.paidSoFar, drip.toCome].map((amount) =>
      amount === null ? "" : toDecimal({ amount, currency: drip.currency }),
    ),
    drip.currency,
    ...[drip.nextDate, drip.eventDate].flatMap((on) => dayTexts(on, entry)),
  ],
  order: (work, { sort }) => [placeOf(work)[sort ?? "next date"], ownKey],
  show: (work) => (drip) => lineOf(work, drip),
});

/** A drip as lists show it; amounts are decimal text in its currency. */
export function lineOf(work: Named, drip: Drip) {
  const { key, partner, description, status, currency, nextDate, endsOn, pausedOn } = drip;
  const money = (amount: number | null) => toDecimal({ amount: amount ?? 0, currency });
  return {
    key,
    partner,
    partnerName: partnerName(work, partner),
    customerName: customerNameIn(work, drip),
    description: clip(description ?? "", 200),
    status,
    issued: drip.issued - drip.after,
    occurrences: drip.occurrences - drip.after,
    paidSoFar: money(drip.paidSoFar),
    toCome: money(drip.toCome),
    currency,
    nextDate,
    endsOn,
    /** Nothing is made since this day, until it is resumed. */
    pausedOn,
    /** How many occurrences are never made, and their sum (DRIP-40). */
    lostOccurrences: drip.lostOccurrences,
    lost: money(drip.lost),
    /** Something is left to end. */
    canEnd: !isOver(drip),
  };
}
export type DripLine = ReturnType<typeof lineOf>;
