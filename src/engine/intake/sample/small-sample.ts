import { addDays, addMonths, type Day } from "../../kernel/day";
import type { NewRecord } from "../../program/work";

interface SmallSample {
  readonly start: Day;
  readonly partners: readonly NewRecord<"partners">[];
  readonly customers: readonly NewRecord<"customers">[];
  readonly triggers: readonly NewRecord<"triggers">[];
  /** Amounts in minor units of a currency with two decimals. */
  readonly sales: readonly (NewRecord<"transactions"> & { readonly amount: number })[];
}

const rule = (fact: string, value: string | number): string =>
  JSON.stringify({ all: [{ fact, operator: "equal", value }] });

/** A program of two months before `today`, small enough to be understood at a glance. */
export function smallSample(today: Day): SmallSample {
  const start = addMonths(today, -2);
  const on = (days: number) => ({ day: addDays(start, days), time: "" });
  const partner = (key: string, name: string, group: string) => ({
    key: `ptn_${key}`,
    name,
    group,
    email: `${key}@partner.example`,
    joinedOn: start,
  });
  const customer = (key: string, name: string, owner: string, days: number) => ({
    key: `cus_${key}`,
    name,
    partner: `ptn_${owner}`,
    createdOn: on(days),
  });
  const sale = (n: number, owner: string, days: number, amount: number, product: string) => ({
    key: `trx_sample_${n}`,
    customer: `cus_${owner}`,
    date: on(days),
    amount,
    product,
  });
  const listens = { state: "active", event: "transaction created" } as const;
  return {
    start,
    partners: [
      partner("ada", "Ada Berg", "Gold"),
      partner("bela", "Bela Castro", "Standard"),
      partner("chidi", "Chidi Okafor", "Standard"),
    ],
    customers: [
      customer("harbor", "Harbor Foods", "ada", 1),
      customer("maple", "Maple Labs", "bela", 3),
      customer("onyx", "Onyx Media", "chidi", 20),
    ],
    triggers: [
      {
        ...listens,
        key: "trg_sample_first",
        name: "First sale bonus",
        order: 1,
        action: "grant a reward",
        amount: 5000,
        rules: rule("transaction.number", 1),
        offer: "50.00 for a customer's first sale.",
      },
      {
        ...listens,
        key: "trg_sample_yearly",
        name: "Yearly plan by the month",
        order: 2,
        action: "start a drip",
        amount: 2000,
        delay: 1,
        cycle: 1,
        occurrences: 12,
        rules: rule("transaction.Product", "Yearly plan"),
        offer: "20.00 a month for a year for each yearly plan.",
      },
    ],
    sales: [
      sale(1, "harbor", 2, 120_000, "Yearly plan"),
      sale(2, "maple", 5, 9_900, "Monthly plan"),
      sale(3, "onyx", 24, 4_950, "Monthly plan"),
      sale(4, "maple", 35, 9_900, "Monthly plan"),
    ],
  };
}
