import fc from "fast-check";
import { changesSince } from "../../../src/engine/judging/judged-as";
import type { Cell } from "../../../src/engine/kernel/fields";
import { begin } from "../../../src/engine/program/work";
import { judgeAsBlank, run } from "../../../src/engine/usecases/program/run";
import { explainReward } from "../../../src/engine/usecases/rewards/explain-reward";
import { listFacts } from "../../../src/engine/usecases/triggers/list-facts";
import { carryOut, envOn, recordsOf } from "../../support/program";
import { act } from "../usecases/act";
import { judgeOn, outcomeOf, paid, programWith, retyped, sale, trigger, typed } from "./judge-on";

const margin = trigger("margin", { percent: "20", percentOf: "Margin" });
const begun = (cell: Cell, more: object = {}, triggers = [margin]) =>
  programWith({
    triggers,
    transactions: [sale("s", "2026-02-01", 100, { Margin: cell, ...more })],
  });
const judged = (cell: Cell, more: object = {}) => judgeOn(begun(cell, more), "2026-02-01");
const runOn = (program: Parameters<typeof carryOut>[0], on: string) =>
  carryOut(program, run, { kind: "daily" }, envOn(on)).program;

test.each([
  ["a number", 45, "s: 9.00 pending"],
  ["a number that a formula worked out, rounded to the currency", 33.3333333, "s: 6.67 pending"],
  ["text in the spreadsheet's locale", "1,200.50", "s: 240.10 pending"],
  ["more than the sale", 150, "s: 30.00 pending"],
])("a percent may be of the team's own column: %s (TRIG-12a)", (_, cell, reward) => {
  const { program, problems } = judged(cell);
  expect(problems).toEqual([]);
  expect(paid(program)).toEqual([reward]);
  const [made] = recordsOf(program, "rewards");
  const said = act(program, explainReward, { reward: made?.key ?? "" }, "2026-02-02").said;
  expect(JSON.stringify(said)).toContain("20 % of Margin ");
});

test("nothing or less is nothing", () => {
  for (const cell of [0, -12])
    expect(outcomeOf(judged(cell).program, "s")).toMatch(/comes to zero/);
});

test.each([
  ["blank", ""],
  ["an error", "#N/A"],
  ["a word", "soon"],
  ["too fine as text", "1.234"],
  ["a checkbox", true],
])(
  "without an amount the sale waits at the cell, or counts as 0 where a person says so: %s",
  (_, cell) => {
    const { program, problems } = judged(cell);
    expect(paid(program)).toEqual([]);
    expect(recordsOf(program, "transactions")[0]?.judged).toBeNull();
    expect(problems).toMatchObject([{ at: { table: "Transactions", row: "s", column: "Margin" } }]);
    const blank = carryOut(program, judgeAsBlank, { event: "s" }, envOn("2026-02-01")).program;
    expect(recordsOf(blank, "transactions")[0]?.judged).not.toBeNull();
    expect(paid(blank)).toEqual([]);
    const mended = retyped(program, "transactions", "s", { Margin: 45 });
    expect(paid(judgeOn(mended, "2026-02-02").program)).toEqual(["s: 9.00 pending"]);
  },
);

test("a sale that the trigger does not act on needs no such amount", () => {
  const rules = JSON.stringify({
    all: [{ fact: "transaction.Amount", operator: "greaterThan", value: 500 }],
  });
  const { program, problems } = judgeOn(begun("", {}, [{ ...margin, rules }]), "2026-02-01");
  expect([problems, outcomeOf(program, "s")]).toEqual([[], "no trigger matched"]);
});

test("a column that is not there makes the trigger unsound, with the nearest name; Amount is the sale's own", () => {
  const wrong = judgeOn(
    begun(45, {}, [trigger("m", { percent: "20", percentOf: "Margn" })]),
    "2026-02-01",
  );
  expect(wrong.problems).toMatchObject([
    {
      at: { table: "Triggers", column: "Percent of" },
      message: expect.stringContaining("“Margin”"),
    },
  ]);
  const own = judgeOn(
    begun(45, {}, [trigger("m", { percent: "20", percentOf: "amount" })]),
    "2026-02-01",
  );
  expect(paid(own.program)).toEqual(["s: 20.00 pending"]);
});

test("a later change of the cell is listed, and re-prices nothing", () => {
  const moved = retyped(judged(45).program, "transactions", "s", { Margin: 90 });
  const row = recordsOf(moved, "transactions")[0];
  expect(row && changesSince(begin(moved), "transactions", row)).toEqual([
    { column: "Margin", was: "45", now: "90" },
  ]);
  expect(paid(runOn(moved, "2026-02-03"))).toEqual(["s: 9.00 pending"]);
});

test("refunds lower it in proportion, of rewards and of drips, and nothing is left of a full one", () => {
  const plan = trigger("plan", {
    percent: "10",
    percentOf: "Margin",
    action: "start a drip",
    cycle: 1,
    cycleUnit: "days",
    occurrences: 4,
    order: 2,
  });
  const refund = (key: string, on: string, amount: number) =>
    sale(key, on, amount, { refundOf: "s" });
  const money = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(money, money, fc.integer({ min: 0, max: 100 }), (sold, own, share) => {
      const back = Math.round((sold * share) / 100);
      const rows = { transactions: back > 0 ? [refund("r", "2026-02-03", back / 100)] : [] };
      const start = programWith({
        triggers: [margin, plan],
        transactions: [sale("s", "2026-02-01", sold / 100, { Margin: own / 100 })],
      });
      const whole = runOn(typed(runOn(start, "2026-02-01"), rows), "2026-02-10");
      const kept = Math.floor((own * (sold - back) * 2 + sold) / (2 * sold));
      const part = (percent: number, of: number) => Math.floor((of * percent * 2 + 100) / 200);
      const net = (prefix: string) =>
        recordsOf(whole, "rewards")
          .filter(({ key, status }) => key.startsWith(prefix) && status !== "declined")
          .map(({ amount }) => amount);
      const all = back >= sold ? [] : [part(20, kept)].filter(Boolean);
      expect(net("s/margin").filter(Boolean)).toEqual(all);
      const parts = back >= sold ? [] : new Array(4).fill(part(10, kept)).filter(Boolean);
      expect(net("drip_s/plan").filter(Boolean)).toEqual(parts);
    }),
    { numRuns: 25 },
  );
});

test("a test sale is judged and shown, makes nothing, brings nobody, and counts nowhere (JUDGE-10)", () => {
  const first = trigger("first", {
    amount: 50,
    rules: JSON.stringify({ all: [{ fact: "transaction.number", operator: "equal", value: 1 }] }),
  });
  const program = programWith({
    partners: [
      {
        key: "ann",
        name: "Ann",
        codes: "ANN",
        joinedOn: "2025-01-01",
        judged: "ann | 2025-01-01 | #1 |",
      },
    ],
    customers: [
      { key: "acme", partner: "ann", createdOn: "2026-01-15" },
      { key: "free", createdOn: "2026-01-15" },
    ],
    triggers: [first],
    transactions: [
      sale("a", "2026-02-01", 100, { test: "yes" }),
      sale("b", "2026-02-02", 100),
      sale("c", "2026-02-02", 100, { customer: "free", code: "ANN", test: true }),
      sale("d", "2026-02-02", 100, { customer: "new@x.test", code: "ANN", test: "yes" }),
      sale("e", "2026-02-03", 40, { refundOf: "a" }),
    ],
  });
  const after = runOn(program, "2026-02-03");
  expect(paid(after)).toEqual(["b: 50.00 pending"]);
  expect(outcomeOf(after, "a")).toBe("test: “Trigger first” would grant 50.00 USD");
  expect(outcomeOf(after, "c")).toMatch(/^test: /);
  expect(recordsOf(after, "customers").map(({ key, partner }) => [key, partner])).toEqual([
    ["acme", "ann"],
    ["free", null],
  ]);
  expect(recordsOf(after, "transactions").find(({ key }) => key === "b")?.judged?.number).toBe(1);
});

test("the columns that a percent may be of are offered: the amount, and own columns that hold no text", () => {
  const program = programWith({
    customers: [],
    transactions: [
      sale("a", "2026-02-03", 100, { Margin: 12.5, Region: "EU", New: "", Odd: "#N/A" }),
      sale("b", "2026-02-03", 100, { Margin: "", Region: 7, New: "", Odd: 3 }),
    ],
  });
  const offered = (event: string) =>
    (carryOut(program, listFacts, { event }, envOn("2026-02-03")).output as { percentOf: string[] })
      .percentOf;
  expect(offered("transaction created")).toEqual(["Amount", "Margin", "New", "Odd"]);
  expect(offered("customer created")).toEqual([]);
});
