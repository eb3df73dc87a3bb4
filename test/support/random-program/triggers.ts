import fc from "fast-check";
import type { ActionJson, TriggerJson } from "../examples/format";
import { aDay } from "./days";

const is = (fact: string, operator: string, value: string | number) => ({ fact, operator, value });

/** Conditions on what changes while a program lives: numbers, sums, groups, months. */
const rules: fc.Arbitrary<object> = fc.constantFrom(
  { all: [is("transaction.number", "lessThanInclusive", 2)] },
  { any: [is("transaction.Amount", "greaterThan", 90), is("partner.Group", "equal", "gold")] },
  { all: [is("partner.revenue this month", "lessThan", 150)] },
  { all: [is("partner.revenue", "greaterThan", 100)] },
  { all: [{ not: is("partner.rewards", "greaterThanInclusive", 20) }] },
  { all: [is("partner.rewards this month", "lessThan", 15)] },
  { all: [is("customer.revenue", "lessThanInclusive", 150)] },
  { all: [is("partner.customers", "greaterThan", 1)] },
  { all: [is("customer.months since sign-up", "lessThan", 1)] },
  { all: [is("partner.Group", "notEqual", "gold"), is("transaction.kept", "greaterThan", 0)] },
);

const span = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constant("days" as const)),
  fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constant("weeks" as const)),
  fc.tuple(fc.integer({ min: 0, max: 1 }), fc.constant("months" as const)),
);
const cycle = span.map(([count, unit]) => [Math.max(1, count), unit] as const);

const percent = fc.constantFrom("20", "10", "12.5", "33.3333", "1");
const amount = fc.constantFrom("5.00", "20.00", "0.07", "12.34");
const price: fc.Arbitrary<Pick<ActionJson, "percent" | "amount">> = fc.oneof(
  { weight: 3, arbitrary: percent.map((each) => ({ percent: each })) },
  { weight: 1, arbitrary: amount.map((each) => ({ amount: each })) },
);
const flat = amount.map((each) => ({ amount: each }));

const grant = (by: typeof price): fc.Arbitrary<ActionJson> =>
  by.map((each) => ({ do: "grant a reward" as const, ...each }));
const drip = (by: typeof price): fc.Arbitrary<ActionJson> =>
  fc
    .record({
      price: by,
      split: fc.boolean(),
      delay: span,
      cycle,
      occurrences: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ price: each, ...terms }) => ({ do: "start a drip" as const, ...each, ...terms }));
const move: fc.Arbitrary<ActionJson> = fc
  .constantFrom("gold", "base")
  .map((group) => ({ do: "move the partner to a group" as const, group }));
const end = fc.constant<ActionJson>({ do: "end the customer's drips" });

const ofSale = fc.oneof(
  { weight: 5, arbitrary: grant(price) },
  { weight: 4, arbitrary: drip(price) },
  { weight: 1, arbitrary: move },
  { weight: 1, arbitrary: end },
);
const ofOthers = fc.oneof(
  { weight: 3, arbitrary: grant(flat) },
  { weight: 2, arbitrary: drip(flat) },
  { weight: 2, arbitrary: move },
);

type What = Pick<TriggerJson, "event" | "action">;
const what: fc.Arbitrary<What> = fc.oneof(
  {
    weight: 6,
    arbitrary: ofSale.map((action) => ({ event: "transaction created" as const, action })),
  },
  {
    weight: 1,
    arbitrary: ofOthers.map((action) => ({ event: "customer created" as const, action })),
  },
  {
    weight: 1,
    arbitrary: ofOthers.map((action) => ({ event: "action recorded" as const, action })),
  },
  {
    weight: 1,
    arbitrary: ofOthers.map((action) => ({
      event: "partner joined or changed group" as const,
      action,
    })),
  },
);

/** Given in one of so many cases. */
const oneIn = <T>(cases: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: cases - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const limits = fc.record(
  {
    reward: fc.constantFrom("15.00", "3.00"),
    customer: fc.constantFrom("20.00", "7.77"),
    month: fc.constantFrom("25.00", "10.00"),
  },
  { requiredKeys: [] },
);

const withoutBlanks = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

/** Conditions on sales and customers would make a trigger of other events never match. */
const isFor = (event: string, rule: object | undefined): boolean =>
  rule === undefined ||
  event === "transaction created" ||
  !/transaction|customer/.test(JSON.stringify(rule));

export const someTriggers: fc.Arbitrary<readonly TriggerJson[]> = fc
  .array(
    fc.record({
      what,
      rules: oneIn(3, rules),
      set: oneIn(3, fc.constant("one")),
      order: fc.nat({ max: 2 }),
      first_events: oneIn(4, fc.integer({ min: 1, max: 3 })),
      first_of_partner: oneIn(4, fc.integer({ min: 1, max: 3 })),
      within_months: oneIn(6, fc.constant(1)),
      limits: oneIn(2, limits),
      from: oneIn(10, aDay),
      until: oneIn(10, aDay),
    }),
    { minLength: 1, maxLength: 4, size: "max" },
  )
  .map((all) =>
    all.map(({ what: { event, action }, rules: rule, ...rest }, i): TriggerJson => {
      const given = {
        key: `T${i + 1}`,
        event,
        action,
        ...rest,
        rules: isFor(event, rule) ? rule : undefined,
      };
      return withoutBlanks(given) as TriggerJson;
    }),
  );

/** A trigger of sales that makes rewards, with at most a cap and first n. */
export const someSaleTrigger: fc.Arbitrary<TriggerJson> = fc
  .record({
    action: fc.oneof(
      { weight: 4, arbitrary: grant(percent.map((each) => ({ percent: each }))) },
      { weight: 1, arbitrary: grant(flat) },
      { weight: 2, arbitrary: drip(price) },
    ),
    first_events: oneIn(5, fc.constant(1)),
    first_of_partner: oneIn(6, fc.constant(1)),
    limits: oneIn(3, limits),
  })
  .map(
    (given) =>
      withoutBlanks({ key: "T", event: "transaction created" as const, ...given }) as TriggerJson,
  );
