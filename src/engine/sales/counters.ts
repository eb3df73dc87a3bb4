import { cellText, isErrorCell, plainLower, plainText } from "../kernel/cells";
import { type Day, type Month, monthOf } from "../kernel/day";
import { bucket, type Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import { remembered } from "../kernel/remembered";
import { PROGRAM } from "../kernel/vocabulary";
import { provenKey } from "../program/identities";
import type { Measure, Work } from "../program/work";
import type { Action, Customer, Drip, Reward, Transaction } from "../tables";
import { isArchivedOn } from "../tables/is-archived";
import { judgedAsField } from "../tables/packed/judged-as";
import { markerOf } from "../tables/packed/marker";
import { judgedAmountOf } from "./net-of-refunds";
import { countedOf, currencyOf, isRefund } from "./refund-row";

/** Whether a row was judged, and so counts: also while its mark is emptied, and what else it keeps of that is not (CELL-7e). */
const isLived = (row: Customer | Transaction | Action): boolean =>
  markerOf(row) !== undefined || (row.judged === null && row.judgedAs !== null);
const isCountedSale = (row: Transaction): boolean =>
  row.status !== "archived" && !row.test && isLived(row) && !isRefund(row);

const transactionsBy: Measure<"transactions"> = {
  table: "transactions",
  bucketOf: (row) => (isCountedSale(row) ? row.customer : undefined),
  amountOf: () => 1,
};

/**
 * How many sales of the customer count so far: lived and not archived, those among them whose rows are gone while something that
 * was made for them stands (FACT-9a).
 */
export function transactionsOf(
  work: Work<"transactions" | "rewards" | "drips">,
  customer: Key,
): number {
  const count = work.sum(transactionsBy, customer);
  if (work.sum(rewardsOfGone, customer) + work.sum(dripsOfGone, customer) === 0) return count;
  const made = (["rewards", "drips"] as const).flatMap((table) =>
    (work.where(table, "customer", customer) as readonly (Reward | Drip)[]).filter((each) =>
      isOfGone(each, work.get as Look),
    ),
  );
  return count + new Set(made.map(({ transaction }) => transaction)).size;
}

/** Whether the sale that a reward or drip was made for has no row, and no person has declined or ended what was made. */
export function isOfGone(made: Reward | Drip, look: Look): boolean {
  const { transaction } = made;
  if (transaction === null || look("transactions", transaction)) return false;
  if ("endedBy" in made) return (made.endedBy ?? PROGRAM) === PROGRAM;
  const isGivenUp = made.status === "declined" && made.decidedBy !== PROGRAM;
  return made.source === "trigger" && !isGivenUp;
}
const ofGone = {
  bucketOf: (made: Reward | Drip, _: unknown, look: Look) =>
    isOfGone(made, look) ? (made.customer ?? undefined) : undefined,
  amountOf: () => 1,
};
const rewardsOfGone: Measure<"rewards"> = { table: "rewards", ...ofGone };
const dripsOfGone: Measure<"drips"> = { table: "drips", ...ofGone };

/** The sale that a row of money belongs to: itself, or the one that it gives money back of. */
function saleOf(
  row: Transaction,
  get: (key: Key | null) => Transaction | undefined,
): Transaction | undefined {
  const counted = countedOf(row);
  const sale = counted ? get(counted.sale) : row;
  return sale && isCountedSale(sale) ? sale : undefined;
}
/** What a row adds to revenue: a sale its amount, a refund what of it counts, taken away. Minor units. */
const revenueIn = (row: Transaction): number => {
  const counted = countedOf(row);
  return counted ? -counted.counts : judgedAmountOf(row);
};
type Look = Parameters<Measure<"transactions">["bucketOf"]>[2];
const isOfTest = (sale: Transaction, look: Look): boolean =>
  Boolean(look("customers", sale.customer)?.test || look("partners", sale.partner)?.test);

type Naming = (sale: Transaction) => string | undefined;
const revenueBy = (
  named: Naming,
  isOut: (sale: Transaction, look: Look) => boolean,
): Measure<"transactions"> => ({
  table: "transactions",
  bucketOf: (row, get, look) => {
    const sale = saleOf(row, get);
    return !sale || isOut(sale, look) ? undefined : named(sale);
  },
  amountOf: revenueIn,
});

// A blank currency means the program's, which the reader of the sum puts in its place.
const ofCustomer = revenueBy(
  ({ customer, currency }) => bucket(customer, currency ?? ""),
  () => false,
);
const isNoPartners = (sale: Transaction, look: Look) =>
  sale.partner === null || isOfTest(sale, look);
const ofPartner = revenueBy(
  ({ partner, currency }) => bucket(partner ?? "", currency ?? ""),
  isNoPartners,
);
const ofPartnerByMonth = revenueBy(
  ({ partner, currency, date }) => bucket(partner ?? "", currency ?? "", monthOf(date.day)),
  isNoPartners,
);

function inCurrency(
  work: Work<"transactions">,
  currency: Currency,
  sum: (code: string) => number,
): number {
  return sum(currency) + (currency === work.settings.programCurrency ? sum("") : 0);
}

/** What the customer's sales so far came to, net of refunds, in minor units of the currency. */
export const revenueOf = (work: Work<"transactions">, customer: Key, currency: Currency): number =>
  inCurrency(work, currency, (code) => work.sum(ofCustomer, bucket(customer, code)));

/** The same of the sales stamped with the partner, in all or of a calendar month; test rows are left out. */
export const revenueOfPartner = (
  work: Work<"transactions" | "customers" | "partners">,
  partner: Key,
  currency: Currency,
  month?: Month,
): number =>
  inCurrency(work, currency, (code) =>
    month === undefined
      ? work.sum(ofPartner, bucket(partner, code))
      : work.sum(ofPartnerByMonth, bucket(partner, code, month)),
  );

/** What a row of money adds to the revenue of the partner whom its sale counts for, on the sale's day; undefined for none. */
export function moneyOfPartner(
  work: Work<"transactions" | "customers" | "partners">,
  row: Transaction,
) {
  const sale = saleOf(row, (key) => work.get("transactions", key));
  if (!sale?.partner || isOfTest(sale, work.get as Look)) return undefined;
  return {
    partner: sale.partner,
    soldOn: sale.date.day,
    currency: currencyOf(work, sale),
    amount: revenueIn(row),
    isSale: sale === row,
  };
}

const customersBy = (
  isOfKind: (customer: Customer) => boolean,
  named: (customer: Customer) => readonly string[],
): Measure<"customers"> => ({
  table: "customers",
  bucketOf: (customer, _, look) => {
    const { partner, test } = customer;
    if (partner === null || test || !isLived(customer) || look("partners", partner)?.test) {
      return undefined;
    }
    return isOfKind(customer) ? bucket(partner, ...named(customer)) : undefined;
  },
  amountOf: () => 1,
});
const isActive = ({ status }: Customer): boolean => status === "active";
const activeCustomers = customersBy(isActive, () => []);
const activeCustomersByMonth = customersBy(isActive, ({ createdOn }) => [monthOf(createdOn.day)]);
const archivedCustomers = customersBy(
  (customer) => !isActive(customer),
  () => [],
);

interface UnreadCustomer {
  readonly partner: string;
  readonly createdOn: string;
}
const unread = new WeakMap<object, readonly UnreadCustomer[]>();
/** The customers that were judged, and of which a cell can't be read now: they count on (CELL-2b). Nearly always none. */
function unreadCustomers({ program }: Work<"customers">): readonly UnreadCustomer[] {
  const { rows = [] } = program.tables.customers ?? {};
  return remembered(unread, rows, () =>
    rows.flatMap(({ record, copy, key, raw }): readonly UnreadCustomer[] => {
      const { partner = "", status = "", judgedAs = "" } = raw.cells;
      const isJudged = provenKey("customers", raw, key, program.context) === key;
      if (record || copy > 0 || !isJudged || plainLower(cellText(status)) === "archived") return [];
      const said = judgedAsField.parse(judgedAs, program.context);
      const then = said.ok ? said.value : null;
      if (!then?.row || then.row.Test === "yes") return [];
      const whose = isErrorCell(partner) ? then.partner : plainText(cellText(partner));
      return [{ partner: whose ?? "", createdOn: then.row["Created on"] ?? "" }];
    }),
  );
}

/** The partner's customers on a day, in all or those of a calendar month; test rows are left out (TIME-3). */
export function customersOfPartner(
  work: Work<"customers" | "partners">,
  partner: Key,
  on: Day,
  month?: Month,
): number {
  const still = unreadCustomers(work).filter(
    (each) => each.partner === partner && each.createdOn.startsWith(month ?? ""),
  );
  const active =
    still.length +
    (month === undefined
      ? work.sum(activeCustomers, bucket(partner))
      : work.sum(activeCustomersByMonth, bucket(partner, month)));
  if (work.sum(archivedCustomers, bucket(partner)) === 0) return active;
  const then = work
    .where("customers", "partner", partner)
    .filter((each) => !isActive(each) && isLived(each) && !each.test && !isArchivedOn(each, on))
    .filter(({ createdOn }) => month === undefined || monthOf(createdOn.day) === month);
  return active + then.length;
}

const actionsBy: Measure<"actions"> = {
  table: "actions",
  bucketOf: (row) => (isLived(row) ? (row.customer ?? row.partner ?? "") : undefined),
  amountOf: () => 1,
};

/** How many actions of whoever did them are lived so far. */
export const actionsOf = (work: Work<"actions">, doer: Key): number => work.sum(actionsBy, doer);
