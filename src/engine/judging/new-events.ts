import type { Day } from "../day";
import type { DateCell } from "../fields";
import { currencyOf, isRefund } from "../invoicing/kept";
import type { Key } from "../keys";
import { readMarker } from "../marker";
import type { Customer, Partner, Transaction } from "../tables";
import type { ProgramEvent } from "../triggers/program-event";
import type { Work } from "../work";

/** The tables whose rows are events of their own. */
export type EventTable = "customers" | "transactions";
type Tables = EventTable | "partners";

/** Rows without an outcome, as far as they can be judged now. */
export interface NewEvents {
  /** In the order in which they are judged. */
  readonly events: readonly ProgramEvent[];
  /** Why the others wait, by row. */
  readonly waiting: readonly Waiting[];
}
export interface Waiting {
  readonly table: EventTable;
  readonly key: Key;
  readonly why: string;
}
type Unfound = Omit<ProgramEvent, "on" | "time" | "customer" | "partner">;

/** Who an event is about, or why that is not known. */
type Who =
  | { readonly customer: Customer | null; readonly partner: Partner | null }
  | { readonly waits: string };

/** Finds what is new: rows without a marker of their own, dated today or before (product.md §2, §3). */
export function newEvents(work: Work<Tables>, today: Day): NewEvents {
  const events: ProgramEvent[] = [];
  const waiting: Waiting[] = [];
  const { whoIs, buyerOf } = finder(work);
  const take = (table: EventTable, date: DateCell, event: Unfound, find: () => Who) => {
    const found = date.day > today ? { waits: `waits until ${date.day}` } : find();
    if ("waits" in found) waiting.push({ table, key: event.key, why: found.waits });
    else events.push({ ...event, ...found, on: date.day, time: date.time });
  };
  const currency = work.settings.programCurrency;
  for (const row of work.all("customers")) {
    if (readMarker(row.judged, row.key)) continue;
    const kind = "customer created";
    const event = { kind, key: row.key, currency, transaction: null, action: null } as const;
    take("customers", row.createdOn, event, () => whoIs(row));
  }
  for (const row of work.all("transactions")) {
    if (isRefund(row) || readMarker(row.judged, row.key)) continue;
    const event: Unfound = {
      kind: "transaction created",
      key: row.key,
      currency: currencyOf(work, row),
      transaction: row,
      action: null,
    };
    take("transactions", row.date, event, () => buyerOf(row));
  }
  return { events: events.sort(inOrder), waiting };
}

/** Finds who an event is about; what is missing is reported once a cell. */
function finder(work: Work<Tables>) {
  const reported = new Set<string>();
  const report = (table: string, row: Key, column: string, message: string) => {
    const place = [table, row, column].join("\u0001");
    if (reported.has(place)) return;
    reported.add(place);
    work.report({ code: "REFERENCE_UNKNOWN", at: { table, row, column }, message });
  };
  /** A customer with the partner who brought it; a blank one is "no partner", an unknown one waits. */
  const whoIs = (customer: Customer): Who => {
    if (customer.partner === null) return { customer, partner: null };
    const partner = work.get("partners", customer.partner);
    if (partner) return { customer, partner };
    const none = `no usable partner “${customer.partner}”`;
    report(
      "Customers",
      customer.key,
      "Partner",
      `There is ${none}, so this customer's events wait.`,
    );
    return { waits: `waits: ${none}` };
  };
  const buyerOf = (transaction: Transaction): Who => {
    const customer = work.get("customers", transaction.customer);
    if (customer) return whoIs(customer);
    const none = `no usable customer “${transaction.customer}”`;
    report(
      "Transactions",
      transaction.key,
      "Customer",
      `There is ${none}, so this transaction waits.`,
    );
    return { waits: `waits: ${none}` };
  };
  return { whoIs, buyerOf };
}

const ranks: Readonly<Record<ProgramEvent["kind"], number>> = {
  "partner joined or changed group": 0,
  "customer created": 1,
  "transaction created": 2,
  "action recorded": 3,
};

/** Date, then clock time if the cell holds one, then who must be there first, then key; never the row (product.md §3). */
function inOrder(a: ProgramEvent, b: ProgramEvent): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  if (a.kind !== b.kind) return ranks[a.kind] - ranks[b.kind];
  return a.key < b.key ? -1 : 1;
}
