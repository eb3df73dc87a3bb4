import type { Day } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import type { Work } from "../../program/work";
import { moneyOfPartner } from "../../sales/counters";
import { amountOf } from "../statements/statement";

/** What a program report counts or adds up. */
export type Figure = "partners" | "customers" | "sales" | "revenue" | "earned" | "paid";

/** One thing that counts in a report, on its day: a number of its kind, or minor units of its currency. */
export interface Entry {
  readonly figure: Figure;
  readonly on: Day;
  readonly partner: Key<"partners">;
  /** Null for what has none: partners who joined and customers. */
  readonly currency: Currency | null;
  readonly amount: number;
}

export const entryReads = [
  "settings",
  "partners",
  "customers",
  "transactions",
  "rewards",
  "payouts",
] as const;
type Tables = (typeof entryReads)[number];

/**
 * All that counts in reports: partners and customers by the day they came, sales and their net revenue by the sale's day
 * (REPORT-2), rewards by the day they were earned, neither held nor declined, payouts by the day they were paid (REPORT-3).
 * Test rows count nowhere.
 */
export function entriesOf(work: Work<Tables>): readonly Entry[] {
  const entries: Entry[] = [];
  const add = (
    figure: Figure,
    on: Day,
    partner: Key<"partners">,
    amount = 1,
    currency: Currency | null = null,
  ) => entries.push({ figure, on, partner, currency, amount });
  for (const { key, joinedOn, test } of work.all("partners")) {
    if (!test && joinedOn !== null) add("partners", joinedOn, key);
  }
  for (const { partner, createdOn, test } of work.all("customers")) {
    if (partner !== null && !test && !work.get("partners", partner)?.test)
      add("customers", createdOn.day, partner);
  }
  for (const row of work.all("transactions")) {
    const money = moneyOfPartner(work, row);
    if (!money) continue;
    const { partner, soldOn, currency, amount, isSale } = money;
    if (isSale) add("sales", soldOn, partner, 1, currency);
    add("revenue", soldOn, partner, amount, currency);
  }
  for (const reward of work.all("rewards")) {
    const { status, earnedOn, partner, currency } = reward;
    if (status !== "held" && status !== "declined")
      add("earned", earnedOn, partner, amountOf(reward), currency);
  }
  for (const { status, paidOn, partner, currency, amount } of work.all("payouts")) {
    if (status === "paid" && paidOn !== null) add("paid", paidOn, partner, amount, currency);
  }
  return entries;
}
