import { isOver } from "../../drips/parts";
import { skippedOf } from "../../drips/skipped";
import { clip } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import { keyField, textField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { type DripStatus, dripStatuses } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import type { Drip } from "../../tables";
import { everyWord, folded } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";

/** A drip as lists show it; amounts are decimal text in its currency. */
export interface DripLine {
  readonly key: string;
  readonly partner: string;
  readonly partnerName: string;
  readonly customerName: string;
  readonly description: string;
  readonly status: DripStatus;
  readonly issued: number;
  readonly occurrences: number;
  readonly paidSoFar: string;
  readonly toCome: string;
  readonly currency: string;
  readonly nextDate: Day | null;
  readonly endsOn: Day | null;
  /** Nothing is made since this day, until it is resumed. */
  readonly pausedOn: Day | null;
  /** How many occurrences were forfeited, and the sum of all that is never made. */
  readonly skipped: number;
  readonly lost: string;
  /** Something is left to end. */
  readonly canEnd: boolean;
}

/** In which order drips are listed. */
export const dripOrders = ["next date", "partner", "started last"] as const;
type Order = (typeof dripOrders)[number];

/** The drips, searched by partner, customer, description or key, whatever the case and the accents (REWARD-22). */
export const listDrips = useCase({
  name: "list-drips",
  edits: "read only",
  inputs: {
    search: input("Search", textField),
    partner: input("Partner", keyField, { hint: "Blank means the drips of all." }),
    status: input("Status", wordField(dripStatuses)),
    sort: input("Sort by", wordField(dripOrders), { hint: "Blank means by the next date." }),
    ...pageInputs,
  },
  reads: ["drips", "partners", "customers", "settings"],
  decide: (work, { search, partner, status, sort, ...asked }): Page<DripLine> => {
    const says = everyWord(search);
    const all = partner === null ? work.all("drips") : work.where("drips", "partner", partner);
    const found = all
      .filter((drip) => status === null || drip.status === status)
      .filter((drip) => says(() => textsOf(work, drip)))
      .map((drip) => ({ drip, at: placeOf(work, drip, sort ?? "next date") }))
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.drip.key < b.drip.key ? -1 : 1));
    return pageOf(found, asked, ({ drip }) => lineOf(work, drip));
  },
});

type Tables = "drips" | "partners" | "customers";

function textsOf(work: Work<Tables>, drip: Drip) {
  const partner = work.get("partners", drip.partner);
  const customer = work.get("customers", drip.customer);
  const who = [drip.partner, partner?.name, partner?.email, drip.customer, customer?.name];
  return [drip.key, ...who, drip.description];
}

/** Where a drip stands in an order, as text that compares; those with nothing to come last by their date. */
function placeOf(work: Work<Tables>, drip: Drip, order: Order): string {
  switch (order) {
    case "next date":
      return drip.nextDate ?? "9999";
    case "partner":
      return folded(work.get("partners", drip.partner)?.name ?? drip.partner);
    case "started last":
      return String(99_999_999 - Number(drip.eventDate.replace(/-/g, "")));
    default:
      return order satisfies never;
  }
}

/** One drip's line. */
export function lineOf(work: Work<Tables>, drip: Drip): DripLine {
  const money = (amount: number | null) =>
    toDecimal({ amount: amount ?? 0, currency: drip.currency });
  return {
    key: drip.key,
    partner: drip.partner,
    partnerName: clip(work.get("partners", drip.partner)?.name ?? drip.partner),
    customerName: clip(work.get("customers", drip.customer)?.name ?? drip.customer ?? ""),
    description: clip(drip.description ?? "", 200),
    status: drip.status,
    issued: drip.issued - drip.after,
    occurrences: drip.occurrences - drip.after,
    paidSoFar: money(drip.paidSoFar),
    toCome: money(drip.toCome),
    currency: drip.currency,
    nextDate: drip.nextDate,
    endsOn: drip.endsOn,
    pausedOn: drip.pausedOn,
    skipped: skippedOf(drip).size,
    lost: money(drip.lost),
    canEnd: !isOver(drip),
  };
}
