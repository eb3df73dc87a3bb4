import fc from "fast-check";
import { addDays, day } from "../../src/engine/kernel/day";
import type { Program } from "../../src/engine/program/program";
import { pastAgain } from "../../src/engine/simulate/past-again";
import { simulate } from "../../src/engine/simulate/simulate";
import { customer, partner, programWith, sale, trigger } from "../engine/judging/judge-on";
import { law, programs } from "../support/laws";
import { envOn, type Given, recordsOf } from "../support/program";
import { type Parts, runInParts, someParts } from "../support/random-program/run-in-parts";

const START = day("2026-02-01");
const on = (n: number): string => addDays(START, n);
const LAST = 9;

/** Two have a code of their own and share another; one's end within the days; one is archived within them. */
const partners = [
  partner({ key: "sam", codes: "SAM10, both" }),
  partner({ key: "kim", codes: "kim5,BOTH", codesUntil: on(4) }),
  partner({ key: "lee", codes: "Lee", status: "archived", archivedOn: on(5) }),
];
const customers = [
  customer({ key: "own", email: "own@x.test", partner: "lee", createdOn: on(0) }),
  customer({ key: "free", email: "free@x.test", partner: "", createdOn: on(0) }),
  customer({
    key: "said",
    email: "",
    externalId: "E7",
    partner: "",
    code: "kim5",
    createdOn: on(1),
  }),
];
const triggers = [
  trigger("hello", { amount: 5, event: "customer created", order: 1 }),
  trigger("first", { amount: 7, order: 2, firstOfPartner: 2, limitPerMonth: 13 }),
  trigger("rate", { percent: "10", order: 3, firstEvents: 2 }),
  trigger("drip", {
    amount: 1,
    order: 4,
    action: "start a drip",
    cycle: 2,
    cycleUnit: "days",
    occurrences: 3,
    firstEvents: 1,
  }),
];
const names = ["own", "free@x.test", "FREE@X.test", "E7", "new@x.test", "New@X.test", "id-9"];
const codes = ["", "", "sam10", "SAM10", "Kim5", "lee", "Both", "SAM1O", "#N/A"];
const sales = fc.array(
  fc.record({
    name: fc.constantFrom(...names),
    code: fc.constantFrom(...codes),
    at: fc.nat({ max: LAST }),
    time: fc.constantFrom("", "08:00:00"),
  }),
  { minLength: 1, maxLength: 9 },
);
type Sales = typeof sales extends fc.Arbitrary<infer T> ? T : never;

const rowsOf = (list: Sales) =>
  list.map(({ name, code, at, time }, n) =>
    sale(`t${n}`, on(at), 100, { customer: name, code, date: { day: on(at), time } as never }),
  );
const begun = (transactions: Given["transactions"] = []): Program =>
  programWith({ partners, customers, triggers, transactions });

const whole = { sizes: [10_000], cuts: [false] };
const live = (program: Program, days: readonly number[], parts: Parts = whole): Program =>
  days.reduce((now, n, at) => runInParts(now, on(n), parts, at === days.length - 1), program);
const daily = (program: Program) => live(program, [...Array(LAST + 1).keys()]);

/** The customers and rewards that came of it, and what was judged as whose. */
const outcome = (program: Program) => ({
  customers: recordsOf(program, "customers")
    .map(({ key, partner: of, code, createdOn, judged }) => [
      key,
      of,
      code,
      createdOn,
      judged !== null,
    ])
    .sort(),
  sales: recordsOf(program, "transactions")
    .map(({ key, partner: of, judged }) => [
      key,
      judged === null ? "waits" : of,
      judged?.number ?? 0,
    ])
    .sort(),
  rewards: recordsOf(program, "rewards")
    .map(({ key, partner: of, customer: who, amount, earnedOn, why }) => [
      key,
      of,
      who,
      amount,
      earnedOn,
      why,
    ])
    .sort(),
});

/** Whose each sale is, calculated by hand: each customer's sales in their order. */
function expected(list: Sales) {
  const owner = (code: string, at: number): string | undefined =>
    ({ sam10: "sam", kim5: at <= 4 ? "kim" : "none", lee: at <= 5 ? "lee" : "none", "": "none" })[
      code.toLowerCase()
    ];
  const known: Record<string, string | undefined> = {
    own: "lee",
    "free@x.test": "none",
    e7: "kim",
  };
  const sorted = list
    .map((each, n) => ({ ...each, key: `t${n}`, who: each.name.toLowerCase() }))
    .sort((a, b) =>
      `${a.at}${a.time || "00"}${a.key}` < `${b.at}${b.time || "00"}${b.key}` ? -1 : 1,
    );
  const firstOf = (who: string) =>
    sorted
      .map((each) => (each.who === who ? owner(each.code, each.at) : undefined))
      .find((of) => of && of !== "none");
  const partnerNow = new Map(Object.entries(known));
  // Judged on its first day, with what the sales of that day say.
  const onFirstDay = sorted.find(({ who, code, at }) => {
    const of = owner(code, at);
    return who === "free@x.test" && at === 0 && of !== undefined && of !== "none";
  });
  if (onFirstDay) partnerNow.set("free@x.test", owner(onFirstDay.code, 0));
  return Object.fromEntries(
    sorted.map(({ key, who, code, at }) => {
      const first = firstOf(who);
      const now = partnerNow.has(who) ? partnerNow.get(who) : first;
      if (now === undefined) return [key, "waits"];
      if (now !== "none") return [key, now];
      const of = owner(code, at);
      if (of === undefined) return [key, first ?? "waits"];
      if (of !== "none") partnerNow.set(who, of);
      return [key, of === "none" ? null : of];
    }),
  );
}

describe("codes (IMPORT-6)", () => {
  law(
    "whose a sale is, is what its customer and the codes say",
    sales,
    (list) => {
      const said = outcome(live(begun(rowsOf(list)), [LAST])).sales;
      expect(Object.fromEntries(said.map(([key, of]) => [key, of]))).toEqual(expected(list));
    },
    programs * 2,
  );

  law(
    "late = daily, whatever the order of the rows, and stopped after any part: the same customers and rewards",
    fc.tuple(
      sales.chain((list) =>
        fc.tuple(
          fc.constant(rowsOf(list)),
          fc.shuffledSubarray(rowsOf(list), { minLength: list.length }),
        ),
      ),
      fc.uniqueArray(fc.nat({ max: LAST - 1 }), { maxLength: 3 }),
      someParts,
    ),
    ([[rows, shuffled], some, parts]) => {
      const wanted = outcome(daily(begun(rows)));
      const few = [...some.sort((a, b) => a - b), LAST];
      expect(outcome(live(begun(shuffled), few))).toEqual(wanted);
      expect(outcome(live(begun(shuffled), few, parts))).toEqual(wanted);
    },
    programs,
  );

  law(
    "another run changes nothing, and the past lived again is the same",
    sales,
    (list) => {
      const once = live(begun(rowsOf(list)), [3, LAST]);
      expect(outcome(live(once, [LAST]))).toEqual(outcome(once));
      const window = { from: once.settings.programStart, to: day(on(LAST)) };
      const again = simulate(pastAgain(once, window, envOn(on(LAST)))).work;
      const amounts = (
        rows: readonly {
          readonly key: string;
          readonly partner: string;
          readonly amount: number;
        }[],
      ) => rows.map(({ key, partner: of, amount }) => [key, of, amount]).sort();
      expect(amounts(again.all("rewards"))).toEqual(amounts(recordsOf(once, "rewards")));
    },
    programs,
  );
});
