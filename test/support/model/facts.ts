import { addMonths, decimal, monthOf } from "./numbers";
import { kept, net } from "./refunds";
import { allRows, type Model, mains, type Row } from "./state";

/** An event as triggers see it. */
export interface Event {
  readonly kind: string;
  readonly id: string;
  readonly date: string;
  readonly row: Row | undefined;
  readonly customer: Row | undefined;
  readonly partner: Row;
}
type Value = string | number | null;

/** Archived, from the day after *Archived on* (TIME-4, TIME-3e). */
export const isGone = (row: Row | undefined, day: string): boolean =>
  row?.archived === true && row.archivedOn !== null && day > row.archivedOn;

/** A fact's value at this moment (TIME-6); money in the event's currency as a number of its units. */
export function fact(m: Model, event: Event, name: string): Value {
  const { row, customer, partner, date } = event;
  const currency = row?.tab === "transactions" ? row.currency : m.settings.currency;
  const month = monthOf(date);
  const money = (amount: number) => Number(decimal(amount, currency));
  const revenue = (among: (sale: Row) => boolean) =>
    money(
      allRows(m, "transactions")
        .filter((sale) => sale.refundOf === undefined && sale.lived && !sale.archived)
        .filter((sale) => sale.currency === currency && among(sale))
        .reduce((sum, sale) => sum + kept(m, sale), 0),
    );
  const customers = (among: (each: Row) => boolean) =>
    allRows(m, "customers").filter(
      (each) => each.lived && each.partner === partner.key && !isGone(each, date) && among(each),
    ).length;
  // Parts of drips are left out.
  const rewards = (among: (earned: string) => boolean) =>
    money(
      mains(m)
        .filter((each) => each.source !== "drip" && each.partner === partner.key)
        .filter((each) => each.currency === currency && among(each.earned))
        .reduce((sum, each) => sum + net(m, each), 0),
    );
  const ofSale = (read: (sale: Row) => Value) => (row?.tab === "transactions" ? read(row) : null);
  const ofAction = (read: (action: Row) => Value) => (row?.tab === "actions" ? read(row) : null);
  const ofCustomer = (read: (each: Row) => Value) => (customer ? read(customer) : null);
  const facts: Readonly<Record<string, () => Value>> = {
    "transaction.number": () => ofSale((sale) => sale.lived?.number ?? null),
    "transaction.Amount": () => ofSale((sale) => money(sale.amount)),
    "transaction.kept": () => ofSale((sale) => money(kept(m, sale))),
    "action.Kind": () => ofAction(({ kind }) => kind),
    "action.Count": () => ofAction(({ count }) => count),
    "customer.revenue": () => ofCustomer(({ key }) => revenue((sale) => sale.customer === key)),
    "customer.months since sign-up": () => ofCustomer((each) => monthsBetween(each.date, date)),
    "customer.Status": () => ofCustomer((each) => (isGone(each, date) ? "archived" : "active")),
    "partner.revenue": () => revenue((sale) => sale.lived?.partner === partner.key),
    "partner.revenue this month": () =>
      revenue((sale) => sale.lived?.partner === partner.key && monthOf(sale.date) === month),
    "partner.customers": () => customers(() => true),
    "partner.customers this month": () => customers((each) => monthOf(each.date) === month),
    "partner.rewards": () => rewards(() => true),
    "partner.rewards this month": () => rewards((earned) => monthOf(earned) === month),
    "partner.Group": () => partner.group || null,
    "partner.Status": () => (isGone(partner, date) ? "archived" : "active"),
  };
  const read = facts[name];
  if (!read) throw new Error(`The reference knows no fact ${name}`);
  return read();
}

/** Whole months from one day to another. */
function monthsBetween(from: string, to: string): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months++;
  while (addMonths(from, months) > to) months--;
  return months;
}

interface Condition {
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
  readonly fact?: string;
  readonly operator?: string;
  readonly value?: unknown;
}

/** all, any, not, and a few operators; a fact without a value makes its condition false (FACT-12). */
export function holds(condition: Condition, factOf: (fact: string) => Value): boolean {
  const { all, any, not, operator, value } = condition;
  if (all) return all.every((each) => holds(each, factOf));
  if (any) return any.some((each) => holds(each, factOf));
  if (not) return !holds(not, factOf);
  const found = factOf(condition.fact ?? "");
  if (found === null) return false;
  switch (operator) {
    case "equal":
      return found === value;
    case "notEqual":
      return found !== value;
    case "lessThan":
      return Number(found) < Number(value);
    case "lessThanInclusive":
      return Number(found) <= Number(value);
    case "greaterThan":
      return Number(found) > Number(value);
    case "greaterThanInclusive":
      return Number(found) >= Number(value);
    default:
      throw new Error(`The reference knows no operator ${operator}`);
  }
}
