import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
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

/** A finder that reports what is missing, once a cell, however many events wait for it (JUDGE-8). */
export function createFinder(work: Work<Tables>): Finder {
  const reported = new Set<string>();
  const missing = (what: string, table: string, row: Key, column: string, waits: string): Who => {
    const none = `no usable ${what}`;
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
    const partner = work.get("partners", customer.partner);
    if (partner) return { customer, partner };
    const what = `partner “${customer.partner}”`;
    return missing(what, "Customers", customer.key, "Partner", "this customer's events wait");
  };
  return {
    ofCustomer,
    ofTransaction: ({ key, customer: buyer }) => {
      const customer = work.get("customers", buyer);
      if (customer) return ofCustomer(customer);
      const what = `customer “${buyer}”`;
      return missing(what, "Transactions", key, "Customer", "this transaction waits");
    },
    ofAction: ({ key, customer: doer, partner: owner }) => {
      const customer = work.get("customers", doer) ?? null;
      if (doer !== null && customer === null) {
        return missing(`customer “${doer}”`, "Actions", key, "Customer", "this action waits");
      }
      if (owner === null) return customer ? ofCustomer(customer) : { customer, partner: null };
      const partner = work.get("partners", owner);
      if (partner) return { customer, partner };
      return missing(`partner “${owner}”`, "Actions", key, "Partner", "this action waits");
    },
  };
}
