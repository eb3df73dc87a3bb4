import fc from "fast-check";
import type { Cell } from "../../src/engine/kernel/fields";
import { partner, rules, sale, trigger } from "../engine/judging/judge-on";
import type { Given } from "../support/program";

export type RowGiven = Readonly<Record<string, Cell>>;

const partners = [
  partner({ group: "gold" }),
  partner({ key: "bob", name: "Bob", email: "bob@bob.test", group: "base" }),
  { key: "new", name: "New", joinedOn: "2026-05-20", group: "gold" },
  partner({
    key: "old",
    name: "Old",
    email: "o@old.test",
    status: "archived",
    archivedOn: "2026-01-01",
  }),
];

const dates = fc.integer({ min: 0, max: 40 }).map((n) => {
  const date = new Date(Date.UTC(2026, 4, 10 + n));
  return date.toISOString().slice(0, 10);
});
const times = fc.constantFrom("", "", "08:00:00", "12:30:00");
const moments = fc.tuple(dates, times).map(([day, time]) => ({ day, time }) as never);

const customers: fc.Arbitrary<readonly RowGiven[]> = fc
  .array(
    fc.record({
      partner: fc.constantFrom("ann", "ann", "ann", "bob", "bob", "new", "old", ""),
      createdOn: moments,
      test: fc.constantFrom("", "", "", "", "", "yes"),
      email: fc.constantFrom("x@acme.test", "x@acme.test", "", "boss@example.com"),
    }),
    { minLength: 2, maxLength: 4, size: "max" },
  )
  .map((all) => all.map((row, i) => ({ ...row, key: `C${i}`, name: `Customer ${i}` })));

const sales: fc.Arbitrary<readonly RowGiven[]> = fc
  .array(
    fc.record({
      who: fc.nat({ max: 3 }),
      date: moments,
      amount: fc.integer({ min: 0, max: 900 }),
      currency: fc.constantFrom("USD", "USD", "EUR", ""),
      status: fc.constantFrom("active", "active", "active", "active", "archived"),
    }),
    { minLength: 5, maxLength: 14, size: "max" },
  )
  .map((all) =>
    all.map(({ who, date, ...rest }, i) =>
      sale(`T${i}`, "", 0, { customer: `C${who}`, date, ...rest }),
    ),
  );

const refunds: fc.Arbitrary<readonly RowGiven[]> = fc
  .array(fc.record({ of: fc.nat({ max: 13 }), amount: fc.integer({ min: 1, max: 500 }) }), {
    maxLength: 3,
  })
  .map((all) =>
    all.map(({ of, amount }, i) =>
      sale(`R${i}`, "2026-06-01", -amount, { refundOf: `T${of}`, customer: "C0", currency: "USD" }),
    ),
  );

const test1 = (fact: string, operator: string, value: string | number) => ({
  fact,
  operator,
  value,
});
const rule = fc.constantFrom(
  "",
  "",
  "",
  rules({ all: [test1("transaction.number", "lessThanInclusive", 2)] }),
  rules({
    any: [
      test1("partner.revenue this month", "greaterThan", 500),
      test1("partner.Group", "equal", "gold"),
    ],
  }),
  rules({ all: [{ not: test1("partner.rewards", "greaterThanInclusive", 100) }] }),
  rules({
    all: [test1("customer.revenue", "between", 0), test1("partner.customers", "lessThan", 3)],
  }).replace('"between","value":0', '"between","value":[100,2000]'),
  rules({ all: [test1("customer.Created on", "withinLastDays", 60)] }),
);
const triggers: fc.Arbitrary<readonly RowGiven[]> = fc
  .array(
    fc.record({
      rules: rule,
      kind: fc.constantFrom("percent", "flat", "drip", "move", "bounty", "welcome"),
      order: fc.nat({ max: 2 }),
      set: fc.constantFrom("", "", "one"),
      firstEvents: fc.constantFrom("", "", 1, 3),
      firstOfPartner: fc.constantFrom("", "", "", 1, 2),
      withinMonths: fc.constantFrom("", "", 1),
      limitPerMonth: fc.constantFrom("", 60),
      limitPerCustomer: fc.constantFrom("", 90),
    }),
    { minLength: 2, maxLength: 5, size: "max" },
  )
  .map((all) =>
    all.map(({ kind, ...rest }, i) => {
      const what: Readonly<Record<string, RowGiven>> = {
        percent: { percent: "12.5" },
        flat: { amount: 25 },
        drip: { action: "start a drip", amount: 5, occurrences: 3, cycle: 1 },
        move: { action: "move the partner to a group", group: "gold" },
        welcome: {
          event: "partner joined or changed group",
          amount: 15,
          firstEvents: "",
          withinMonths: "",
          rules: rules({ all: [test1("partner.Group", "equal", "gold")] }),
        },
        bounty: { event: "customer created", amount: 10, rules: "" },
      };
      return trigger(`g${i}`, { ...rest, ...what[kind] });
    }),
  );

/** Partners, customers, sales, refunds and triggers of every kind, in which much meets. */
export const given: fc.Arbitrary<Given> = fc
  .record({ customers, sales, refunds, triggers })
  .map(({ sales: sold, refunds: back, ...rest }) => ({
    ...rest,
    partners,
    settings: [
      { key: "program start", value: "2026-05-15" },
      { key: "late event after days", value: 35 },
    ],
    transactions: [...sold, ...back],
  }));
