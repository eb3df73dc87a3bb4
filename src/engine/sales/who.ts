import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import { customersNamed } from "../program/customer-names";
import { isDoubted, type Work } from "../program/work";
import {
  type Action,
  type Customer,
  type Partner,
  type TableName,
  type Transaction,
  tableOf,
} from "../tables";
import { isBeforeJoining } from "../tables/is-archived";
import { codeOn } from "./codes";

type Tables = "customers" | "partners";
/**
 * Who an event is about, or why that is not known. A customer without a partner who is found by a code is given as it
 * will be: with that partner and code.
 */
export type Who =
  | { readonly customer: Customer | null; readonly partner: Partner | null }
  | { readonly waits: string };

/** Finds who events are about. */
export interface Finder {
  /** A customer with the partner who brought it, or whose code it has; a blank one is "no partner", an unknown one waits. */
  ofCustomer(customer: Customer): Who;
  /** The customer's partner; else the one of the sale's own code (IMPORT-6). */
  ofTransaction(transaction: Transaction): Who;
  /** The action's own partner; where that is blank, its customer's. */
  ofAction(action: Action): Who;
}

/** The row with a key, unless that key may be another row's by now (CELL-7). */
const known = <N extends Tables>(work: Work<Tables>, table: N, key: Key<N> | null) =>
  key !== null && isDoubted(work, table, key) ? undefined : work.get(table, key);

const waitsOf = {
  customers: "this customer's events wait",
  transactions: "this transaction waits",
  actions: "this action waits",
} as const;

/**
 * A finder that reports what is missing, once a cell, however many events wait for it (JUDGE-8). In the row `asBlank` an
 * error value in *Code* counts as blank (CELL-2a).
 */
export function createFinder(work: Work<Tables>, asBlank: Key | null = null): Finder {
  const reported = new Set<string>();
  const unusable = (of: Tables, key: Key): string =>
    `no usable ${of.slice(0, -1)} “${key}”${isDoubted(work, of, key) ? ", since keys of that tab changed" : ""}`;
  const unusableCustomer = (name: Key): string => {
    const several = customersNamed(work.program.tables, name);
    return several.length > 1
      ? `more than one customer with the e-mail or external id “${name}” (${several.slice(0, 3).join(", ")}). Name one by its key`
      : unusable("customers", name);
  };
  const missing = (
    none: string,
    table: keyof typeof waitsOf,
    row: Key,
    column: "Partner" | "Customer" | "Code",
    start = "There is ",
  ): Who => {
    const place = [table, row, column].join("\u0001");
    if (!reported.has(place)) {
      reported.add(place);
      const at = { table: tableOf(table as TableName).sheet, row, column };
      work.report({
        code: "REFERENCE_UNKNOWN",
        at,
        message: `${start}${none}, so ${waitsOf[table]}.`,
      });
    }
    return { waits: `waits: ${none}` };
  };
  /** By the code of its row, or of its sale, for an event of a day. */
  const byCode = (
    customer: Customer,
    table: "customers" | "transactions",
    { key, code, errors }: Pick<Transaction | Customer, "key" | "code" | "errors">,
    day: Day,
  ): Who => {
    if (errors?.code !== undefined && key !== asBlank)
      return { waits: `waits: Code is ${errors.code}` };
    if (code === null) return { customer, partner: null };
    const on = codeOn(work, code, day);
    if (on.kind === "of") {
      const { partner } = on;
      return { customer: { ...customer, partner: partner.key, code: on.code }, partner };
    }
    if (on.kind === "nobody's") return { customer, partner: null };
    return missing(on.says, table, key, "Code", "It can't be told whose this is: ");
  };
  /** The partner from the day on which they joined: nobody before (PARTNER-7e). */
  const from = (
    day: Day,
    who: { readonly customer: Customer | null; readonly partner: Partner },
  ) => (isBeforeJoining(who.partner, day) ? { ...who, partner: null } : who);
  const partnerOf = (customer: Customer, day: Day): Who => {
    if (customer.partner === null) return byCode(customer, "customers", customer, day);
    const partner = known(work, "partners", customer.partner);
    if (partner) return from(day, { customer, partner });
    return missing(unusable("partners", customer.partner), "customers", customer.key, "Partner");
  };
  return {
    ofCustomer: (customer) => partnerOf(customer, customer.createdOn.day),
    ofTransaction: (sale) => {
      const { key, customer: buyer, code, date } = sale;
      const customer = known(work, "customers", buyer);
      if (customer) {
        const who = partnerOf(customer, date.day);
        if ("waits" in who || who.partner !== null || customer.partner !== null) return who;
        return byCode(customer, "transactions", sale, date.day);
      }
      const none = unusableCustomer(buyer);
      const on = code === null ? undefined : codeOn(work, code, date.day);
      return on?.kind === "unclear"
        ? missing(`${none}, and ${on.says}`, "transactions", key, "Code")
        : missing(none, "transactions", key, "Customer");
    },
    ofAction: ({ key, customer: doer, partner: owner, date }) => {
      const customer = known(work, "customers", doer) ?? null;
      if (doer !== null && customer === null) {
        return missing(unusableCustomer(doer), "actions", key, "Customer");
      }
      if (owner === null) {
        return customer ? partnerOf(customer, date.day) : { customer, partner: null };
      }
      const partner = known(work, "partners", owner);
      if (partner) return from(date.day, { customer, partner });
      return missing(unusable("partners", owner), "actions", key, "Partner");
    },
  };
}
