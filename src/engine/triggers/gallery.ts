import type { Condition } from "../rules/conditions";
import type { Trigger } from "../tables";

/** A ready trigger: what *save-trigger* takes, in the program's currency, to be changed to the team's needs. */
export type ReadyTrigger = Readonly<
  Record<string, string | number> & Pick<Trigger, "name" | "offer" | "event" | "action">
>;

const rules = (...all: readonly Condition[]): string => JSON.stringify({ all });
const is = (fact: string, value: string | number): Condition => ({
  fact,
  operator: "equal",
  value,
});
const atLeast = (fact: string, value: number): Condition => ({
  fact,
  operator: "greaterThanInclusive",
  value,
});

const sale = { event: "transaction created", action: "grant a reward" } as const;
const drip = { event: "transaction created", action: "start a drip" } as const;

/** Ready triggers, the common offers of partner programs (TRIG-28). */
export const gallery = [
  {
    ...sale,
    name: "First sale",
    offer: "50.00 for a customer's first purchase",
    rules: rules(is("transaction.number", 1)),
    amount: 50,
  },
  {
    ...sale,
    name: "Recurring 12 months",
    offer: "20 % of everything a customer pays in the first 12 months",
    percent: "20",
    withinMonths: 12,
  },
  {
    ...drip,
    name: "High value by instalments",
    offer: "20 % of purchases of 1200 or more, in twelve monthly parts",
    rules: rules(atLeast("transaction.Amount", 1200)),
    percent: "20",
    mode: "split a total",
    delay: 1,
    cycle: 1,
    occurrences: 12,
  },
  {
    ...drip,
    name: "Refund-safe delay",
    offer: "10 % of every purchase, 30 days later, if it was not refunded",
    percent: "10",
    delay: 30,
    delayUnit: "days",
  },
  {
    event: "transaction created",
    action: "move the partner to a group",
    name: "Tier by revenue",
    offer: "The Gold group from 10000 of revenue on",
    rules: rules(atLeast("partner.revenue", 10_000), {
      not: is("partner.Group", "Gold"),
    }),
    group: "Gold",
  },
  {
    ...sale,
    name: "Gold rate",
    offer: "25 % for Gold partners",
    rules: rules(is("partner.Group", "Gold")),
    percent: "25",
  },
  {
    ...sale,
    name: "Product rate",
    offer: "30 % of every Pro plan",
    rules: rules(is("transaction.Product", "Pro plan")),
    percent: "30",
  },
  {
    ...sale,
    name: "Revenue milestone",
    offer: "100.00 once, when your customers have bought for 1000",
    rules: rules(atLeast("partner.revenue", 1000)),
    amount: 100,
    firstOfPartner: 1,
  },
  {
    event: "customer created",
    action: "grant a reward",
    name: "Sign-up bounty",
    offer: "5.00 for every new customer",
    rules: rules({ fact: "customer.E-mail", operator: "isBlank", value: false }),
    amount: 5,
    limitPerMonth: 100,
  },
  {
    event: "action recorded",
    action: "grant a reward",
    name: "Review bonus",
    offer: "10.00 for a customer's first review",
    rules: rules(is("action.Kind", "review")),
    amount: 10,
    firstEvents: 1,
  },
  {
    event: "action recorded",
    action: "end the customer's drips",
    name: "End on cancellation",
    offer: "Instalments end when the customer cancels",
    rules: rules(is("action.Kind", "cancellation")),
  },
  {
    event: "partner joined or changed group",
    action: "grant a reward",
    name: "Welcome bonus",
    offer: "25.00 for joining",
    rules: rules(is("partner.days since joining", 0)),
    amount: 25,
    firstOfPartner: 1,
  },
] as const satisfies readonly ReadyTrigger[];
