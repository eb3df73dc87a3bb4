import type { Day } from "../kernel/day";
import { groupChangeKey, type Key } from "../kernel/keys";
import type { Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import { spelledCode } from "../sales/codes";
import { currencyOf } from "../sales/refund-row";
import type { Finder, Who } from "../sales/who";
import type { Action, Customer, Partner, Transaction } from "../tables";

/** A row that is an event. */
export type EventRow =
  | { readonly table: "partners"; readonly row: Partner }
  | { readonly table: "customers"; readonly row: Customer }
  | { readonly table: "transactions"; readonly row: Transaction }
  | { readonly table: "actions"; readonly row: Action };
export type EventTable = EventRow["table"];
/** The tables whose rows are events, those first on which rows of the others rest. */
export const eventTables = [
  "partners",
  "customers",
  "transactions",
  "actions",
] as const satisfies readonly EventTable[];

/** The table in whose rows events of a kind stand. */
export const tableOfEvent = {
  "transaction created": "transactions",
  "customer created": "customers",
  "action recorded": "actions",
  "partner joined or changed group": "partners",
} as const satisfies Readonly<Record<ProgramEvent["kind"], EventTable>>;

/**
 * The event that a row is, with the records it is about as they stand now; or what it waits for. `joinedOn` says when a
 * partner joined whose cell is blank.
 */
export function eventOf(
  work: Work<EventTable>,
  find: Finder,
  { table, row }: EventRow,
  joinedOn: (partner: Partner) => Day,
): ProgramEvent | { readonly waits: string } {
  const currency = work.settings.programCurrency;
  const none = { key: row.key, currency, transaction: null, action: null };
  const about = (who: Who, event: Pick<ProgramEvent, "kind" | "on"> & Partial<ProgramEvent>) =>
    "waits" in who ? who : { ...none, ...event, ...who };
  switch (table) {
    case "partners":
      return partnerEvent(work, row, row.key, row.joinedOn ?? joinedOn(row));
    case "customers":
      return about(find.ofCustomer(row), { kind: "customer created", on: row.createdOn.day });
    case "transactions": {
      const transaction = { ...row, code: spelledCode(work.program, row.code) };
      const sale = { on: row.date.day, currency: currencyOf(work, row), transaction };
      return about(find.ofTransaction(row), { kind: "transaction created", ...sale });
    }
    case "actions":
      return about(find.ofAction(row), {
        kind: "action recorded",
        on: row.date.day,
        action: row,
      });
    default:
      return table satisfies never;
  }
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
    currency: work.settings.programCurrency,
    transaction: null,
    action: null,
    customer: null,
    partner,
  };
}

/** The key of a change of group that is noticed on a day. */
export const noticedChangeKey = ({ key, group }: Partner, on: Day): Key =>
  groupChangeKey(key, `${on} ${group ?? ""}`.trim());
