import { monthOf } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import { rewardsOfPartner } from "../rewards/of-partner";
import type { Counts } from "../rules/counts";
import { currencyOf, isRefund, keptOf } from "../sales/kept";
import type { Customer, Transaction } from "../tables";
import { markerOf } from "../tables/packed/marker";

/** Counts that grow as events are judged; built once from what was judged before. */
export interface Ledger extends Counts {
  /** Counts a sale for its customer, and for the partner it is stamped with; a sign of -1 takes it out again. */
  addSale(sale: Transaction, partner: Key | null, sign?: 1 | -1): void;
  addCustomer(customer: Customer, sign?: 1 | -1): void;
  /** Counts an action for whoever did it, and returns which of theirs it is. */
  addAction(doer: Key): number;
}
type Tables = "actions" | "transactions" | "customers" | "partners" | "rewards";

const bucket = (...parts: readonly string[]): string => parts.join("\u0001");

/**
 * The ledger over what is judged: one pass, then each event adds to it, so that cost stays linear. Refunds,
 * archived and faulty rows don't count; test rows count for their own customer only (product.md §3).
 */
export function openLedger(work: Work<Tables>): Ledger {
  const sums = new Map<string, number>();
  const add = (amount: number, ...parts: readonly string[]) => {
    const id = bucket(...parts);
    sums.set(id, (sums.get(id) ?? 0) + amount);
  };
  const sum = (...parts: readonly string[]): number => sums.get(bucket(...parts)) ?? 0;
  const counts = (customer: Key | null, partner: Key): boolean =>
    !work.get("customers", customer)?.test && !work.get("partners", partner)?.test;

  const ledger: Ledger = {
    transactionsOf: (customer) => sum("transactions", customer),
    revenueOf: (customer, currency) => sum("revenue", customer, currency),
    customersOfPartner: (partner, month) => sum("customers of", partner, month ?? ""),
    revenueOfPartner: (partner, currency, month) =>
      sum("revenue of", partner, currency, month ?? ""),
    rewardsOfPartner: (partner, currency, month) =>
      rewardsOfPartner(work, partner, currency, month),
    kept: (sale) => keptOf(work, sale),
    addSale: (sale, partner, sign = 1) => {
      if (sale.status === "archived" || isRefund(sale)) return;
      const kept = sign * keptOf(work, sale);
      const currency = currencyOf(work, sale);
      add(sign, "transactions", sale.customer);
      add(kept, "revenue", sale.customer, currency);
      if (partner === null || !counts(sale.customer, partner)) return;
      add(kept, "revenue of", partner, currency, "");
      add(kept, "revenue of", partner, currency, monthOf(sale.date.day));
    },
    addCustomer: ({ key, partner, status, createdOn }, sign = 1) => {
      if (status === "archived" || partner === null || !counts(key, partner)) return;
      add(sign, "customers of", partner, "");
      add(sign, "customers of", partner, monthOf(createdOn.day));
    },
    addAction: (doer) => {
      add(1, "actions", doer);
      return sum("actions", doer);
    },
  };
  for (const { key, judged, customer, partner } of work.all("actions")) {
    if (markerOf({ key, judged })) ledger.addAction(customer ?? partner ?? "");
  }
  for (const sale of work.all("transactions")) {
    if (markerOf(sale)) ledger.addSale(sale, sale.partner);
  }
  for (const customer of work.all("customers")) {
    if (markerOf(customer)) ledger.addCustomer(customer);
  }
  return ledger;
}
