import type { Key } from "../kernel/keys";
import { isDoubted, type Work } from "../program/work";
import type { Action, Customer, Partner, Transaction } from "../tables";

type Tables = "customers" | "partners";
/** Who an event is about, or why that is not known. */
export type Who =
  | { readonly customer: Customer | null; readonly partner: Partner | null }
  | { readonly waits: string };

/** Finds who events are about. */
export interface Finder {
  /** A customer with the partner who brought it; a blank one is "no partner", an unknown one waits. */
  ofCustomer(customer: Customer): Who;
  ofTransaction(transaction: Transaction): Who;
  /** The action's own partner; where that is blank, its customer's. */
  ofAction(action: Action): Who;
}

/** The row with a key, unless that key may be another row's by now (CELL-7). */
const known = <N extends Tables>(work: Work<Tables>, table: N, key: Key<N> | null) =>
  key !== null && isDoubted(work, table, key) ? undefined : work.get(table, key);

/** A finder that reports what is missing, once a cell, however many events wait for it (JUDGE-8). */
export function createFinder(work: Work<Tables>): Finder {
  const reported = new Set<string>();
  const unusable = (of: Tables, key: Key): string =>
    `no usable ${of.slice(0, -1)} “${key}”${isDoubted(work, of, key) ? ", since keys of that tab changed" : ""}`;
  const missing = (none: string, table: string, row: Key, column: string, waits: string): Who => {
    const place = [table, row, column].join("\u0001");
    if (!reported.has(place)) {
      reported.add(place);
      const message = `There is ${none}, so ${waits}.`;
      work.report({ code: "REFERENCE_UNKNOWN", at: { table, row, column }, message });
    }
    return { waits: `waits: ${none}` };
  };
  const ofCustomer = (customer: Customer): Who => {
    if (customer.partner === null) return { customer, partner: null };
    const partner = known(work, "partners", customer.partner);
    if (partner) return { customer, partner };
    const what = unusable("partners", customer.partner);
    return missing(what, "Customers", customer.key, "Partner", "this customer's events wait");
  };
  return {
    ofCustomer,
    ofTransaction: ({ key, customer: buyer }) => {
      const customer = known(work, "customers", buyer);
      if (customer) return ofCustomer(customer);
      const what = unusable("customers", buyer);
      return missing(what, "Transactions", key, "Customer", "this transaction waits");
    },
    ofAction: ({ key, customer: doer, partner: owner }) => {
      const customer = known(work, "customers", doer) ?? null;
      if (doer !== null && customer === null) {
        return missing(
          unusable("customers", doer),
          "Actions",
          key,
          "Customer",
          "this action waits",
        );
      }
      if (owner === null) return customer ? ofCustomer(customer) : { customer, partner: null };
      const partner = known(work, "partners", owner);
      if (partner) return { customer, partner };
      return missing(unusable("partners", owner), "Actions", key, "Partner", "this action waits");
    },
  };
}
