import type { Program } from "../../src/engine/program/program";
import { saveTrigger } from "../../src/engine/usecases/triggers/save-trigger";
import { tryTrigger } from "../../src/engine/usecases/triggers/try-trigger";
import {
  customer,
  judgeOn,
  outcomeOf,
  paid,
  partner,
  programWith,
  rules,
  sale,
  trigger,
  typed,
} from "../engine/judging/judge-on";
import { act } from "../engine/usecases/act";
import { programOf, recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

const flat = (key: string, amount: number, more = {}) => trigger(key, { amount, ...more });
const rate = (key: string, percent: string, more = {}) => trigger(key, { percent, ...more });
const amountFrom = (value: number) =>
  rules({ all: [{ fact: "transaction.Amount", operator: "greaterThanInclusive", value }] });
const judged = (given: Parameters<typeof programWith>[0], today = "2026-03-10") =>
  judgeOn(programWith(given), today);
const rewards = (program: Program) =>
  recordsOf(program, "rewards").map(
    ({ earnedOn, amount, status, reason }) =>
      `${earnedOn} ${(amount / 100).toFixed(2)} ${status}${reason ? `: ${reason}` : ""}`,
  );

describe("E35: a back-dated transaction", () => {
  const monthly = flat("d", 20, { action: "start a drip", cycle: 1, occurrences: 3 });

  test("is judged by today's triggers, its drip counts from its own date, and past occurrences are made immediately", () => {
    const given = { triggers: [monthly], transactions: [sale("S1", "2026-01-20", 100)] };
    expect(rewards(runOn(programWith(given), "2026-03-10"))).toEqual([
      "2026-01-20 20.00 pending",
      "2026-02-20 20.00 pending",
    ]);
  });

  test("dated more than 60 days before the last day lived needs a decision: its rewards are held (TIME-7)", () => {
    const given = (livedUntil: string) => ({
      settings: [{ key: "lived until", value: livedUntil }],
      triggers: [flat("t", 20)],
      transactions: [sale("S1", "2026-01-08", 100)],
    });
    expect(rewards(runOn(programWith(given("2026-03-10")), "2026-03-20"))).toEqual([
      "2026-01-08 20.00 held: late event",
    ]);
    expect(rewards(runOn(programWith(given("2026-03-09")), "2026-03-20"))).toEqual([
      "2026-01-08 20.00 pending",
    ]);
  });
});

test("E36: a first sale that arrives after a later one takes the next number, and rewrites nothing", () => {
  const first = rules({ all: [{ fact: "transaction.number", operator: "equal", value: 1 }] });
  const known = judged({
    triggers: [flat("bonus", 50, { rules: first })],
    transactions: [sale("T1", "2026-03-10", 100)],
  });
  const late = typed(known.program, { transactions: [sale("T0", "2026-03-01", 100)] });
  expect(paid(judgeOn(late, "2026-03-12").program)).toEqual(["T1: 50.00 pending"]);
});

describe("E37: of several triggers that match", () => {
  const sales = [sale("S1", "2026-03-01", 100)];

  test("all act", () => {
    const { program } = judged({ triggers: [rate("a", "10"), flat("b", 5)], transactions: sales });
    expect(paid(program)).toEqual(["S1: 10.00 pending", "S1: 5.00 pending"]);
  });

  test("in a set the first by order acts, not the best", () => {
    const triggers = [
      rate("a", "10", { set: "rate", order: 2 }),
      flat("b", 5, { set: "rate", order: 1 }),
    ];
    expect(paid(judged({ triggers, transactions: sales }).program)).toEqual(["S1: 5.00 pending"]);
  });

  test("saving names the others", () => {
    const program = programWith({ triggers: [rate("a", "10")] });
    const given = {
      name: "B",
      state: "active",
      event: "transaction created",
      action: "grant a reward",
      amount: "5",
    };
    const { output } = act(program, saveTrigger, given, "2026-03-10");
    expect(output.overlaps).toMatchObject([{ key: "a" }]);
  });
});

test("E38: a move to a group is seen by the triggers after it, and by none before", () => {
  const gold = rules({ all: [{ fact: "partner.Group", operator: "equal", value: "Gold" }] });
  const { program } = judged({
    triggers: [
      flat("before", 1, { order: 1, rules: gold }),
      trigger("up", { order: 2, action: "move the partner to a group", group: "Gold" }),
      flat("after", 2, { order: 3, rules: gold }),
    ],
    transactions: [sale("S1", "2026-03-01", 100)],
  });
  expect(paid(program)).toEqual(["S1: 2.00 pending"]);
});

test("E39: a field without a value makes its condition false, says “no value”, and throws nothing", () => {
  const wanted = rules({ all: [{ fact: "customer.Plan", operator: "notEqual", value: "Free" }] });
  const program = programWith({
    triggers: [flat("t", 5, { rules: wanted })],
    customers: [customer({ Plan: "" })],
    transactions: [sale("S1", "2026-03-01", 100)],
  });
  const tried = act(program, tryTrigger, { trigger: "t", event: "S1" }, "2026-03-10").output;
  expect(tried).toMatchObject({ acts: false });
  expect(tried.conditions.map(({ found, holds }) => [found, holds])).toContainEqual([
    "no value",
    false,
  ]);
  expect(judgeOn(program, "2026-03-10").problems).toEqual([]);
});

describe("E40: an amount as text", () => {
  const told = (amount: string | number, mark: "." | ",") => {
    const base = programWith({ triggers: [rate("t", "10")] });
    const rows = Object.fromEntries(
      Object.entries(base.tables).map(([name, { rows }]) => [
        name,
        rows.map(({ raw }) => raw.cells),
      ]),
    );
    const program = programOf({ ...rows, transactions: [sale("S1", "2026-03-01", amount)] }, mark);
    const { problems, program: after } = judgeOn(program, "2026-03-10");
    const wrong = program.tables.transactions?.rows.flatMap((row) => row.problems) ?? [];
    return [paid(after), [...problems, ...wrong].map(({ code }) => code)];
  };

  test.each([
    [10, ".", "1.00"],
    ["10", ".", "1.00"],
    ["1,200.00", ".", "120.00"],
    ["1.200,00", ",", "120.00"],
  ] as const)("%p is read by the sheet's locale (mark %p)", (amount, mark, reward) => {
    expect(told(amount, mark)).toEqual([[`S1: ${reward} pending`], []]);
  });

  test.each([
    ["1.200,00", "."],
    ["$5", "."],
    ["1,200.00", ","],
  ] as const)("%p is a problem of its cell (mark %p), and earns nothing yet", (amount, mark) => {
    const [rewarded, codes] = told(amount, mark);
    expect(rewarded).toEqual([]);
    expect(codes).not.toEqual([]);
  });
});

test("E41: a sale of 0 is accepted, a percent of it makes no row, and the outcome says so", () => {
  const { program, problems } = judged({
    triggers: [rate("t", "10")],
    transactions: [sale("S1", "2026-03-01", 0)],
  });
  expect(problems).toEqual([]);
  expect(paid(program)).toEqual([]);
  expect(outcomeOf(program, "S1")).toBe("“Trigger t” comes to zero");
});

test("E42: a negative amount is a refund of the sale it names, never a sale; without one it is a problem", () => {
  const after = runOn(
    programWith({
      triggers: [rate("t", "10")],
      transactions: [
        sale("S1", "2026-03-01", 100),
        sale("R1", "2026-03-02", -40, { refundOf: "S1" }),
        sale("R2", "2026-03-02", -40),
      ],
    }),
    "2026-03-10",
  );
  expect(paid(after)).toEqual(["S1: 6.00 pending"]);
  const wrong = recordsOf(after, "transactions").find(({ key }) => key === "R2");
  expect(wrong?.judged ?? null).toBeNull();
  expect(wrong?.problems ?? "").toMatch(/Refund of/);
});

describe("E43: tiers, by a set of triggers with lower bounds", () => {
  const tiers = [
    rate("high", "20", { set: "tier", order: 1, rules: amountFrom(1000) }),
    rate("low", "10", { set: "tier", order: 2, rules: amountFrom(100) }),
  ];

  test.each([
    [1000, "200.00"],
    [999.99, "100.00"],
    [100, "10.00"],
  ])(
    "a sale of %d earns by the tier whose bound it reaches, on the whole amount",
    (amount, earns) => {
      const { program } = judged({
        triggers: tiers,
        transactions: [sale("S1", "2026-03-01", amount)],
      });
      expect(paid(program)).toEqual([`S1: ${earns} pending`]);
    },
  );

  test("below all bounds the row says that no trigger matched, so that a gap shows", () => {
    const { program } = judged({
      triggers: tiers,
      transactions: [sale("S1", "2026-03-01", 99.99)],
    });
    expect([paid(program), outcomeOf(program, "S1")]).toEqual([[], "no trigger matched"]);
  });
});

test.each([
  ["customer", { customers: [customer({ test: "yes" })] }],
  ["partner", { partners: [partner({ test: "yes" })] }],
])("E44: of a test %s all is judged and shown, and nothing is made", (_, given) => {
  const { program } = judged({
    ...given,
    triggers: [rate("t", "10")],
    transactions: [sale("S1", "2026-03-01", 100)],
  });
  expect(paid(program)).toEqual([]);
  expect(outcomeOf(program, "S1")).toMatch(/^test: “Trigger t”/);
});

test.each([
  ["e-mail", "ann@example.com"],
  ["company domain", "boss@example.com"],
])("E45: a customer with the partner's %s makes a held reward that says why", (_, email) => {
  const after = judged({
    customers: [customer({ email })],
    triggers: [rate("t", "10")],
    transactions: [sale("S1", "2026-03-01", 100)],
  }).program;
  expect(rewards(after)).toEqual(["2026-03-01 10.00 held: possible self-referral"]);
});

test("E46: a judged row is not judged again by a second run", () => {
  const once = judged({
    triggers: [rate("t", "10")],
    transactions: [sale("S1", "2026-03-01", 100)],
  });
  const twice = judgeOn(once.program, "2026-03-11");
  expect([once.judged, twice.judged]).toEqual([2, 0]);
  expect(paid(twice.program)).toEqual(["S1: 10.00 pending"]);
});
