import { addMonths, type Day, daysBetween, monthOf } from "../kernel/day";
import { toCellNumber } from "../kernel/money";
import type { Customer, Partner, Transaction } from "../tables";
import type { FactValue } from "./conditions";
import type { Counts } from "./counts";
import type { FactType } from "./operators";
import type { FactSource, ProgramEvent } from "./program-event";

/** A fact that is calculated, and only when a rule asks (FACT-6). */
export interface ComputedFact {
  readonly label: string;
  readonly type: FactType;
  readonly from: FactSource;
  readonly read: (event: ProgramEvent, counts: Counts) => FactValue;
}
type RecordFrom<S> = S extends "transaction"
  ? Transaction
  : S extends "customer"
    ? Customer
    : Partner;

/** A fact about one record of the event; it has no value where the event has no such record. */
const about =
  <S extends "transaction" | "customer" | "partner">(from: S) =>
  (
    label: string,
    type: FactType,
    read: (record: RecordFrom<S>, event: ProgramEvent, counts: Counts) => FactValue,
  ): ComputedFact => ({
    label,
    type,
    from,
    read: (event, counts) => {
      const record = event[from] as RecordFrom<S> | null;
      return record === null ? null : read(record, event, counts);
    },
  });

const ofTransaction = about("transaction");
const ofCustomer = about("customer");
const ofPartner = about("partner");

const inMajor = (amount: number, { currency }: ProgramEvent): number =>
  toCellNumber({ amount, currency });

/** Whole months from one day to another; negative before it. */
function monthsBetween(start: Day, end: Day): number {
  const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4));
  const months = years * 12 + Number(end.slice(5, 7)) - Number(start.slice(5, 7));
  return addMonths(start, months) > end ? months - 1 : months;
}

/** The computed facts by id. Money is in the event's currency, time is measured at the event's date. */
export const computedFacts = {
  "transaction.number": ofTransaction(
    "Number of this transaction among the customer's",
    "number",
    ({ customer, test }, _, counts) => counts.transactionsOf(customer) + (test ? 1 : 0),
  ),
  "transaction.kept": ofTransaction(
    "What the customer kept of this transaction, after refunds",
    "money",
    (sale, event, counts) => inMajor(counts.kept(sale), event),
  ),
  "customer.transactions": ofCustomer(
    "The customer's transactions so far, including this one",
    "number",
    ({ key }, _, counts) => counts.transactionsOf(key),
  ),
  "customer.revenue": ofCustomer(
    "The customer's revenue so far, including this transaction",
    "money",
    ({ key }, event, counts) => inMajor(counts.revenueOf(key, event.currency), event),
  ),
  "customer.months since sign-up": ofCustomer(
    "Whole months since the customer signed up",
    "number",
    ({ createdOn }, { on }) => monthsBetween(createdOn.day, on),
  ),
  "partner.customers": ofPartner(
    "The partner's customers so far",
    "number",
    ({ key }, { on }, counts) => counts.customersOfPartner(key, on),
  ),
  "partner.customers this month": ofPartner(
    "The partner's customers of this calendar month",
    "number",
    ({ key }, { on }, counts) => counts.customersOfPartner(key, on, monthOf(on)),
  ),
  "partner.revenue": ofPartner("The partner's revenue so far", "money", ({ key }, event, counts) =>
    inMajor(counts.revenueOfPartner(key, event.currency), event),
  ),
  "partner.revenue this month": ofPartner(
    "The partner's revenue of this calendar month",
    "money",
    ({ key }, event, counts) =>
      inMajor(counts.revenueOfPartner(key, event.currency, monthOf(event.on)), event),
  ),
  "partner.rewards": ofPartner(
    "The partner's rewards so far, excluding drip instalments",
    "money",
    ({ key }, event, counts) => inMajor(counts.rewardsOfPartner(key, event.currency), event),
  ),
  "partner.rewards this month": ofPartner(
    "What the partner was granted in this calendar month, parts of drips apart",
    "money",
    ({ key }, event, counts) =>
      inMajor(counts.rewardsOfPartner(key, event.currency, monthOf(event.on)), event),
  ),
  "partner.days since joining": ofPartner(
    "Days since the partner joined",
    "number",
    ({ joinedOn }, { on }) => (joinedOn === null ? null : daysBetween(joinedOn, on)),
  ),
} as const satisfies Readonly<Record<string, ComputedFact>>;
