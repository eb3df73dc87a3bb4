import type { Day } from "../kernel/day";
import type { DateCell } from "../kernel/fields";
import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import { currencyOf, isRefund } from "../sales/kept";
import { createFinder, type Who } from "../sales/who";
import type { Partner } from "../tables";
import { markerOf } from "../tables/packed/marker";

/** The tables whose rows are events of their own and say what came of them. */
type EventTable = "customers" | "transactions" | "actions";
type Tables = EventTable | "partners";

/** Rows without an outcome, as far as they can be judged now. */
export interface NewEvents {
  /** In the order in which they are judged. */
  readonly events: readonly ProgramEvent[];
  /** Why the others wait, by row. */
  readonly waiting: readonly Waiting[];
}
interface Waiting {
  readonly table: EventTable;
  readonly key: Key;
  readonly why: string;
}

/**
 * Finds what is new: rows without a marker of their own, dated today or before, and partners whose group is not
 * the one last judged (product.md §2, §3).
 */
export function newEvents(work: Work<Tables>, today: Day): NewEvents {
  const events: ProgramEvent[] = partnerEvents(work, today);
  const waiting: Waiting[] = [];
  const find = createFinder(work);
  const currency = work.settings.programCurrency;
  const take = (
    table: EventTable,
    { day: on, time }: DateCell,
    event: Pick<ProgramEvent, "kind" | "key"> & Partial<ProgramEvent>,
    who: () => Who,
  ) => {
    const found = on > today ? { waits: `waits until ${on}` } : who();
    if ("waits" in found) waiting.push({ table, key: event.key, why: found.waits });
    else {
      events.push({ currency, transaction: null, action: null, ...event, ...found, on, time });
    }
  };
  for (const row of work.all("customers")) {
    if (markerOf(row)) continue;
    const event = { kind: "customer created", key: row.key } as const;
    take("customers", row.createdOn, event, () => find.ofCustomer(row));
  }
  for (const row of work.all("transactions")) {
    if (isRefund(row) || markerOf(row)) continue;
    const about = { key: row.key, currency: currencyOf(work, row), transaction: row };
    take("transactions", row.date, { kind: "transaction created", ...about }, () =>
      find.ofTransaction(row),
    );
  }
  for (const row of work.all("actions")) {
    if (markerOf(row)) continue;
    const event = { kind: "action recorded", key: row.key, action: row } as const;
    take("actions", row.date, event, () => find.ofAction(row));
  }
  return { events: events.sort(inOrder), waiting };
}

/** Partners who joined, by *Joined on*, and partners whose group was changed in the sheet, noticed today. */
function partnerEvents(work: Work<Tables>, today: Day): ProgramEvent[] {
  return work.all("partners").flatMap((partner) => {
    const { key, joinedOn, group, groupJudged, judged } = partner;
    if (!markerOf({ key, judged })) {
      const on = joinedOn ?? today;
      return on > today ? [] : [partnerEvent(work, partner, key, on)];
    }
    if (group === groupJudged) return [];
    return [partnerEvent(work, partner, groupChangeKey(partner, today), today)];
  });
}

/** A partner joined or changed group; a change has a key of its own, since it may happen again. */
export function partnerEvent(
  work: Work<"partners">,
  partner: Partner,
  key: Key,
  on: Day,
): ProgramEvent {
  return {
    kind: "partner joined or changed group",
    key,
    on,
    time: "",
    currency: work.settings.programCurrency,
    transaction: null,
    action: null,
    customer: null,
    partner,
  };
}

const ranks: Readonly<Record<ProgramEvent["kind"], number>> = {
  "partner joined or changed group": 0,
  "customer created": 1,
  "transaction created": 2,
  "action recorded": 3,
};

/** The key of a change of group that is noticed on a day. */
export const groupChangeKey = ({ key, group }: Partner, on: Day): Key =>
  `${key}@${on} ${group ?? ""}`.trim();

/** Date, then clock time if the cell holds one, then who must be there first, then key; never the row (product.md §3). */
export function inOrder(a: ProgramEvent, b: ProgramEvent): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  if (a.kind !== b.kind) return ranks[a.kind] - ranks[b.kind];
  return a.key < b.key ? -1 : 1;
}
