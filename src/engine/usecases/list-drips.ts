import type { Day } from "../day";
import { textField, wordField } from "../fields";
import { toDecimal } from "../money";
import { isOver } from "../schedule/parts";
import type { Drip } from "../tables";
import { type DripStatus, dripStatuses } from "../vocabulary";
import type { Work } from "../work";
import { type Page, pageInput, pageOf } from "./paging";
import { input, useCase } from "./use-case";

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
  /** Something is left to end. */
  readonly canEnd: boolean;
}

/** The drips, searched by partner or customer and filtered by status, running ones first (product.md §4). */
export const listDrips = useCase({
  name: "list-drips",
  writes: false,
  inputs: {
    search: input("Search", textField),
    status: input("Status", wordField(dripStatuses)),
    page: pageInput,
  },
  reads: ["drips", "partners", "customers", "settings"],
  decide: (work, { search, status, page }): Page<DripLine> => {
    const wanted = (search ?? "").toLowerCase();
    const found = work
      .all("drips")
      .filter((drip) => status === null || drip.status === status)
      .filter((drip) => wanted === "" || textOf(work, drip).includes(wanted));
    return pageOf([...found].sort(byNextDate), page, (drip) => lineOf(work, drip));
  },
});

type Tables = "drips" | "partners" | "customers";

function textOf(work: Work<Tables>, drip: Drip): string {
  const partner = work.get("partners", drip.partner);
  const customer = work.get("customers", drip.customer);
  return [drip.key, drip.partner, partner?.name, partner?.email, drip.customer, customer?.name]
    .join(" ")
    .toLowerCase();
}

function byNextDate(a: Drip, b: Drip): number {
  const [x, y] = [a.nextDate ?? "9999", b.nextDate ?? "9999"];
  return x === y ? (a.key < b.key ? -1 : 1) : x < y ? -1 : 1;
}

/** One drip's line. */
export function lineOf(work: Work<Tables>, drip: Drip): DripLine {
  const money = (amount: number | null) =>
    toDecimal({ amount: amount ?? 0, currency: drip.currency });
  return {
    key: drip.key,
    partner: drip.partner,
    partnerName: work.get("partners", drip.partner)?.name ?? drip.partner,
    customerName: work.get("customers", drip.customer)?.name ?? drip.customer ?? "",
    description: drip.description ?? "",
    status: drip.status,
    issued: drip.issued,
    occurrences: drip.occurrences,
    paidSoFar: money(drip.paidSoFar),
    toCome: money(drip.toCome),
    currency: drip.currency,
    nextDate: drip.nextDate,
    endsOn: drip.endsOn,
    canEnd: !isOver(drip),
  };
}
