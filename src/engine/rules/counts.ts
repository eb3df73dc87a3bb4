import type { Day, Month } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import type { Transaction } from "../tables";

/**
 * What computed facts count: the rows lived up to the present event, this one included (TIME-3). Sums are in minor
 * units of one currency and net of the refunds that took effect; refunds, test rows, archived and faulty rows don't
 * count. A customer counts until the day on which it was archived, that day included.
 */
export interface Counts {
  transactionsOf(customer: Key): number;
  revenueOf(customer: Key, currency: Currency): number;
  /** As of the day; of one calendar month where it is given, else in all. */
  customersOfPartner(partner: Key, on: Day, month?: Month): number;
  /** Of one calendar month where it is given, else in all; so for the next. */
  revenueOfPartner(partner: Key, currency: Currency, month?: Month): number;
  /** The net of what triggers and people granted, excluding drip instalments. */
  rewardsOfPartner(partner: Key, currency: Currency, month?: Month): number;
  kept(sale: Transaction): number;
}
