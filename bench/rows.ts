import { addDays, type Day, day } from "../src/engine/kernel/day";

export const START = day("2026-01-01") as Day;

/** So many events a rule is judged on. */
export const EVENTS = 5_000;

export const partners = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    key: `ptn_${i}`,
    name: `Partner ${i}`,
    group: i % 2 ? "Gold" : "Standard",
  }));

export const customers = (count: number, partnerCount: number) =>
  Array.from({ length: count }, (_, i) => ({
    key: `cus_${i}`,
    name: `Customer ${i}`,
    partner: `ptn_${i % partnerCount}`,
    createdOn: "2025-12-15",
    Plan: i % 3 ? "Team" : "Starter",
  }));

/** Sales spread over 20 days from the start. */
export const transactions = (count: number, customerCount: number) =>
  Array.from({ length: count }, (_, i) => ({
    key: `trx_${i}`,
    customer: `cus_${i % customerCount}`,
    date: addDays(START, i % 20),
    amount: 10 + (i % 500),
    currency: i % 4 === 0 ? "EUR" : "USD",
    product: i % 5 === 0 ? "Yearly plan" : "Monthly plan",
    Region: i % 2 ? "EMEA" : "AMER",
  }));

/** Three conditions each, a few of which hold now and then. */
export const rulesOf = (i: number) => ({
  all: [
    { fact: "transaction.Amount", operator: "greaterThanInclusive", value: 100 + i * 10 },
    { fact: "customer.Plan", operator: "equal", value: i % 2 ? "Team" : "Starter" },
    { fact: "partner.Group", operator: "equal", value: i % 3 ? "Gold" : "Platinum" },
  ],
});

export const triggers = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    key: `trg_${i}`,
    name: `Trigger ${i}`,
    state: "active",
    order: i,
    event: "transaction created",
    rules: JSON.stringify(rulesOf(i)),
    action: "grant a reward",
    percent: "5",
    offer: `Offer ${i}`,
  }));
