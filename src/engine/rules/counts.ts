import type { Month } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import type { Transaction } from "../tables";

/**
 * What computed facts count: judged rows up to the present event, this one included. Sums are in minor units
 * of one currency and net of refunds; refunds, test rows, archived and faulty rows don't count (FACT-7, FACT-8, FACT-9).
 */
export interface Counts {
  transactionsOf(customer: Key): number;
  revenueOf(customer: Key, currency: Currency): number;
  /** Of one calendar month where it is given, else in all; so for the next two. */
  customersOfPartner(partner: Key, month?: Month): number;
  revenueOfPartner(partner: Key, currency: Currency, month?: Month): number;
  /** What triggers and people granted and stands; parts of drips apart. */
  rewardsOfPartner(partner: Key, currency: Currency, month?: Month): number;
  kept(sale: Transaction): number;
}
