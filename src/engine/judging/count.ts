import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import { rewardsOfPartner } from "../rewards/of-partner";
import type { Counts } from "../rules/counts";
import type { ProgramEvent } from "../rules/program-event";
import {
  actionsOf,
  customersOfPartner,
  revenueOf,
  revenueOfPartner,
  transactionsOf,
} from "../sales/counters";
import { netOfSale } from "../sales/net-of-refunds";

/** What computed facts count, read from the working copy at the moment at which they are asked for (TIME-6). */
export const countsOf = (work: Work): Counts => ({
  transactionsOf: (customer: Key) => transactionsOf(work, customer),
  revenueOf: (customer, currency) => revenueOf(work, customer, currency),
  customersOfPartner: (partner, on, month) => customersOfPartner(work, partner, on, month),
  revenueOfPartner: (partner, currency, month) => revenueOfPartner(work, partner, currency, month),
  rewardsOfPartner: (partner, currency, month) => rewardsOfPartner(work, partner, currency, month),
  kept: (sale) => netOfSale(work, sale),
});

/** The number that an event's row gets, once it is marked so that it counts itself: the customer's n-th sale, and so on. */
export function numberOf(work: Work, { transaction, action, customer, partner, on }: ProgramEvent) {
  // A test sale counts for no other, and gets the number that it would have.
  if (transaction !== null) {
    return transactionsOf(work, transaction.customer) + (transaction.test ? 1 : 0);
  }
  if (action !== null) return actionsOf(work, action.customer ?? action.partner ?? "");
  return customer && partner ? customersOfPartner(work, partner.key, on) : 1;
}
