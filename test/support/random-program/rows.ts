import fc from "fast-check";
import type { ActJson } from "../examples/format";
import { aDay, dayAt, LENGTH, START } from "./days";

export const partners = ["P1", "P2"] as const;
export const customers = ["C1", "C2", "C3"] as const;
export const sales = ["S1", "S2", "S3", "S4", "S5", "S6"] as const;
export const refunds = ["R1", "R2", "R3", "R4", "R5"] as const;

const amounts = fc.constantFrom("100.00", "100.00", "10.05", "50.00", "99.99", "0.10", "600.00");
/** Most is sold in the first weeks, so that there is time for it to become final. */
const saleDay = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 24 }).map(dayAt) },
  { weight: 1, arbitrary: aDay },
);
const time = fc.constantFrom(undefined, undefined, "08:00", "17:30");
const currency = fc.constantFrom(undefined, undefined, undefined, "EUR");

/** On which day a row is typed that is dated `date`. */
export type TypedOn = (date: string) => fc.Arbitrary<string>;

const rowOf = (
  tab: "partners" | "customers" | "transactions" | "actions",
  key: string,
  { day, ...cells }: { readonly day: string; readonly date: string } & object,
): ActJson => JSON.parse(JSON.stringify({ day, do: "row", tab, key, ...cells }));

/** A record of cells with a date, typed on a day. */
const typed = <T extends object>(cells: fc.Arbitrary<T & { readonly date: string }>, on: TypedOn) =>
  cells.chain((each) => on(each.date).map((day) => ({ ...each, day })));

const manyOf = <T>(keys: readonly string[], one: fc.Arbitrary<T>, least: number) =>
  fc
    .array(one, { minLength: least, maxLength: keys.length, size: "max" })
    .map((all) => all.map((each, i) => [keys[i] as string, each] as const));

const early = fc.constantFrom(START, START, START, "2026-01-10", "2025-12-20");
/** Some partners joined and some customers signed up while the program lives, or before it began. */
const people = (on: TypedOn) =>
  fc
    .tuple(
      manyOf(
        partners,
        typed(fc.record({ date: early, group: fc.constantFrom("base", "") }), on),
        2,
      ),
      manyOf(
        customers,
        typed(fc.record({ date: early, partner: fc.constantFrom("P1", "P1", "P2") }), on),
        2,
      ),
    )
    .map(([owners, buyers]) => [
      ...owners.map(([key, cells]) => rowOf("partners", key, cells)),
      ...buyers.map(([key, cells]) => rowOf("customers", key, cells)),
    ]);

const sold = (on: TypedOn) =>
  manyOf(
    sales,
    typed(
      fc.record({
        customer: fc.constantFrom("C1", "C1", "C2", "C3"),
        date: saleDay,
        time,
        amount: amounts,
        currency,
      }),
      on,
    ),
    2,
  ).map((all) => all.map(([key, cells]) => rowOf("transactions", key, cells)));

/** Refunds in part, in full and beyond it, dated after their sale, on its day or before it, some in another currency. */
const givenBack = (on: TypedOn) =>
  manyOf(
    refunds,
    typed(
      fc.record({
        refund_of: fc.constantFrom("S1", "S1", "S2", "S2", "S3", "S4"),
        date: aDay,
        time,
        amount: fc.constantFrom("100.00", "50.00", "30.00", "-9.90", "0.05", "600.00"),
        currency,
      }),
      on,
    ),
    0,
  );

const done = (on: TypedOn) =>
  manyOf(
    ["A1", "A2"],
    typed(fc.record({ customer: fc.constantFrom("C1", "C2"), date: aDay, time }), on),
    0,
  ).map((all) => all.map(([key, cells]) => rowOf("actions", key, cells)));

/** Rows of all tabs; refunds mostly in the currency of their sale, and some on its very day. */
export const someRows = (on: TypedOn): fc.Arbitrary<readonly ActJson[]> =>
  fc
    .record({
      people: people(on),
      sold: sold(on),
      back: givenBack(on),
      done: done(on),
      isAsSold: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      isSameDay: fc.array(fc.nat({ max: 3 }), { minLength: 5, maxLength: 5 }),
    })
    .map(({ people: who, sold: bought, back, done: actions, isAsSold, isSameDay }) => [
      ...who,
      ...bought,
      ...back.map(([key, cells], i) => {
        const sale = bought.find((each) => "key" in each && each.key === cells.refund_of);
        const of = sale as
          | { readonly currency?: string; readonly date?: string; day: string }
          | undefined;
        const money = isAsSold[i] ? { currency: of?.currency } : {};
        const when = isSameDay[i] === 0 && of ? { date: of.date ?? cells.date, day: of.day } : {};
        return rowOf("transactions", key, { ...cells, ...money, ...when });
      }),
      ...actions,
    ]);

/** Partners and customers archived on a day, typed by then. */
export const someArchived = (on: TypedOn): fc.Arbitrary<readonly ActJson[]> =>
  fc
    .uniqueArray(
      typed(
        fc.record({
          who: fc.constantFrom(...partners, ...customers, ...customers),
          date: aDay,
        }),
        on,
      ),
      { maxLength: 2, selector: ({ who }) => who },
    )
    .map((all) =>
      all.map(({ who, date, day }) => ({
        day,
        do: "archive" as const,
        tab: who.startsWith("P") ? ("partners" as const) : ("customers" as const),
        key: who,
        on: date,
      })),
    );

/** One day, and one and two weeks after it, as the parts of a weekly drip fall. */
const meetingDays = fc
  .integer({ min: 0, max: LENGTH - 20 })
  .map((first) => [first, first, first + 7, first + 14].map(dayAt));

/**
 * The same rows with some of them on equal days: several events of one day, a refund on the day of an ending, a sale on
 * the day of a part. Each is still typed by its date.
 */
export const meeting = (rows: fc.Arbitrary<readonly ActJson[]>): fc.Arbitrary<readonly ActJson[]> =>
  fc
    .tuple(rows, meetingDays, fc.array(fc.nat({ max: 9 }), { minLength: 20, maxLength: 20 }))
    .map(([acts, meets, which]) =>
      acts.map((act, i) => {
        const date = meets[which[i % which.length] ?? -1];
        if (date === undefined) return act;
        const day = act.day < date ? act.day : date;
        if (act.do === "row") return { ...act, day, date };
        return act.do === "archive" ? { ...act, day, on: date } : act;
      }),
    );
