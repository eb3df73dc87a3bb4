import { explainEvent } from "../../../src/engine/usecases/events/explain-event";
import { judgeAgain } from "../../../src/engine/usecases/events/judge-again";
import { backtestTrigger } from "../../../src/engine/usecases/triggers/backtest-trigger";
import { tryTrigger } from "../../../src/engine/usecases/triggers/try-trigger";
import { customer, judgeOn, partner, programWith, rules, sale, trigger } from "../judging/judge-on";
import { act } from "../usecases/act";

const TODAY = "2026-03-31";
const LONG = "x".repeat(150);
const kB = (output: unknown): number => JSON.stringify(output).length / 1_000;

const count = 200;
const all = Array.from({ length: count }, (_, i) => i);
const many = all.slice(0, 150).map((i) => ({
  fact: "transaction.Product",
  operator: "notEqual",
  value: `${LONG}${i}`,
}));
// Refused at the first condition, so that the test is quick.
const hopeless = [{ fact: "transaction.Amount", operator: "greaterThan", value: 99 }, ...many];
const program = judgeOn(
  programWith({
    partners: all.map((i) => partner({ key: `p${i}-${LONG}`, name: LONG, email: `p${i}@p.test` })),
    customers: all.map((i) => customer({ key: `c${i}-${LONG}`, partner: `p${i}-${LONG}` })),
    triggers: all
      .slice(0, 60)
      .map((i) =>
        trigger(`t${i}`, { name: LONG, amount: 1, rules: i > 2 ? rules({ all: hopeless }) : "" }),
      ),
    transactions: all.map((i) =>
      sale(`s${i}-${LONG}`, "2026-03-01", 10, {
        customer: `c${i}-${LONG}`,
        Product: LONG,
        product: LONG,
      }),
    ),
  }),
  TODAY,
).program;

test("a reply stays under 100 kB and counts what it leaves out, however long keys, names and rules are", () => {
  const draft = JSON.stringify({
    name: LONG,
    event: "transaction created",
    action: "grant a reward",
    percent: "10",
  });
  const near = JSON.stringify({ ...JSON.parse(draft), from: "2026-03-02" });
  const tested = act(program, backtestTrigger, { draft }, TODAY).output;
  expect(tested.totals).toMatchObject({ more: expect.any(Number) });
  expect(tested.totals.rows.length + tested.totals.more).toBe(count);
  expect(kB(tested)).toBeLessThan(100);
  const missed = act(program, backtestTrigger, { draft: near }, TODAY).output;
  expect(missed.nearMisses.rows.length + missed.nearMisses.more).toBe(count);
  expect(kB(missed)).toBeLessThan(100);

  const event = `s0-${LONG}`;
  expect(kB(act(program, tryTrigger, { trigger: "t5", event }, TODAY).output)).toBeLessThan(100);
  expect(kB(act(program, explainEvent, { event }, TODAY).output)).toBeLessThan(100);
  const events = all.slice(0, 100).map((i) => `s${i}-${LONG}`);
  const again = act(program, judgeAgain, { events }, TODAY).output;
  expect(again.differences.length + again.more).toBeGreaterThan(200);
  expect(kB(again)).toBeLessThan(100);
});
