import { plainCode } from "../kernel/codes";
import type { Day } from "../kernel/day";
import { emailIn } from "../kernel/email";
import type { Key } from "../kernel/keys";
import { sortBy } from "../kernel/order";
import { customersNamed } from "../program/customer-names";
import type { Work } from "../program/work";
import type { Customer, Transaction } from "../tables";
import { markerOf } from "../tables/packed/marker";
import { codeOn } from "./codes";
import { orderOf } from "./net-of-refunds";
import { isOrWasRefund } from "./refund-row";

/** Whether a sale that is still to be lived says by its code whose its customer is. */
const saysWhose = (work: Work<"partners">, sale: Transaction): boolean =>
  sale.code !== null &&
  sale.status !== "archived" &&
  !sale.test &&
  !markerOf(sale) &&
  !isOrWasRefund(sale) &&
  codeOn(work, sale.code, sale.date.day).kind === "of";

/** Whether a customer was judged with no partner, and has one by a code since. */
export const cameByCode = ({ partner, code, judged, judgedAs }: Customer): boolean =>
  partner !== null && code !== null && judged?.acted.length === 0 && judgedAs?.by === null;

/** The sale that brings a customer to a partner, or brought it: what can't be told by itself comes after it. */
export function bindingSale(
  work: Work<"partners" | "transactions">,
  { key, partner, code }: Customer,
): Key | undefined {
  const isIt = (sale: Transaction) =>
    partner === null
      ? saysWhose(work, sale)
      : markerOf(sale) !== undefined && plainCode(sale.code ?? "") === plainCode(code ?? "");
  const sales = work.where("transactions", "customer", key).filter(isIt);
  return sortBy(sales, orderOf)[0]?.key;
}

/**
 * Adds the customers whom sales name by a code of a partner, and who are not there yet: each with the partner, the code and
 * the moment of its earliest such sale, whatever the order of the rows (IMPORT-6b). They are events like any other, lived
 * before the sale. A customer who is there and still to be judged, without a partner, gets them from such a sale of its
 * first day. Twice is as once.
 */
export function addFoundByCode(
  work: Work<"partners" | "customers" | "transactions">,
  until: Day,
): void {
  const first = new Map<Key, Transaction>();
  for (const sale of work.all("transactions")) {
    const { customer, date } = sale;
    if (sale.code === null || customer === "" || date.day > until) continue;
    if (!mayBeFound(work, sale) || !saysWhose(work, sale)) continue;
    const before = first.get(customer);
    if (!before || orderOf(sale) < orderOf(before)) first.set(customer, sale);
  }
  for (const { customer: key, code: said, date } of sortBy(first.values(), orderOf)) {
    const on = codeOn(work, said ?? "", date.day);
    if (on.kind !== "of") continue;
    const found = { partner: on.partner.key, code: on.code };
    if (work.get("customers", key)) work.update("customers", key, found);
    else work.insert("customers", { key, email: emailIn(key) ?? null, createdOn: date, ...found });
  }
}

/** Whether a sale's customer is nobody yet, or somebody still to be judged whose partner nothing else tells. */
function mayBeFound(
  work: Work<"customers">,
  { customer: name, date }: Pick<Transaction, "customer" | "date">,
): boolean {
  const customer = work.get("customers", name);
  if (!customer) {
    return !work.has("customers", name) && customersNamed(work.program.tables, name).length === 0;
  }
  const { partner, code, errors, createdOn } = customer;
  const isFree = partner === null && code === null && errors?.code === undefined;
  return isFree && !markerOf(customer) && date.day <= createdOn.day;
}

/** Keeps the partner and code by which an event found its customer: from then on the customer is that partner's. */
export function keepFound(
  work: Work<"customers">,
  {
    customer: found,
    transaction,
  }: { readonly customer: Customer | null; readonly transaction: Transaction | null },
): void {
  // A test sale brings nobody to anybody.
  if (transaction?.test) return;
  const customer = found && work.get("customers", found.key);
  if (!customer || customer.partner !== null || found.partner === null) return;
  work.update("customers", customer.key, { partner: found.partner, code: found.code });
}
