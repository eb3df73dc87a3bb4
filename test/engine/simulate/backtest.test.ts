import { backtestTrigger } from "../../../src/engine/usecases/triggers/backtest-trigger";
import { judgeOn, programWith, retyped, rules, sale, trigger, typed } from "../judging/judge-on";
import { act, refusal } from "../usecases/act";

const TODAY = "2026-03-31";
const over = (amount: number) =>
  rules({ all: [{ fact: "transaction.Amount", operator: "greaterThanInclusive", value: amount }] });

const sales = [
  sale("S1", "2026-02-01", 100),
  sale("S2", "2026-02-10", 300),
  sale("S3", "2026-03-05", 500),
];
const rate = (more = {}) => trigger("rate", { percent: "10", rules: over(300), ...more });
const ask = (program: Parameters<typeof act>[0], given: object) =>
  act(program, backtestTrigger, given, TODAY);
const draft = (more = {}) =>
  JSON.stringify({
    name: "Draft",
    event: "transaction created",
    action: "grant a reward",
    percent: "10",
    ...more,
  });

describe("a backtest says what a trigger would have made", () => {
  test("a draft over the whole history: by partner, month and currency, and it writes nothing", () => {
    const program = judgeOn(programWith({ transactions: sales }), TODAY).program;
    const { said: output, changes } = ask(program, { draft: draft({ rules: over(300) }) });
    expect(changes.effects).toEqual([]);
    expect(output).toMatchObject({ events: 3, acted: 2 });
    expect(output.sums).toEqual([{ currency: "USD", count: 2, amount: "80.00" }]);
    expect(output.totals.rows.map(({ month, amount }) => [month, amount])).toEqual([
      ["2026-02", "30.00"],
      ["2026-03", "50.00"],
    ]);
    expect(output.differences.rows.map(({ reward, kind }) => [reward, kind])).toEqual([
      ["S2/draft", "added"],
      ["S3/draft", "added"],
    ]);
  });

  test("a span bounds what is counted", () => {
    const program = judgeOn(programWith({ transactions: sales }), TODAY).program;
    const { said: output } = ask(program, { draft: draft(), from: "2026-03-01", to: "2026-03-31" });
    expect(output).toMatchObject({ events: 1, acted: 1 });
    expect(output.sums).toEqual([{ currency: "USD", count: 1, amount: "50.00" }]);
  });

  test("a changed trigger: what differs from what was made", () => {
    const program = judgeOn(
      programWith({ triggers: [rate()], transactions: sales }),
      TODAY,
    ).program;
    const changed = draft({ percent: "20", rules: over(400) });
    expect(ask(program, { trigger: "rate" }).said.differences.rows).toEqual([]);
    const { said: output } = ask(program, { trigger: "rate", draft: changed });
    expect(output.differences.rows).toEqual([
      expect.objectContaining({ reward: "S2/rate", kind: "gone", was: "30.00 USD", would: null }),
      expect.objectContaining({ reward: "S3/rate", was: "50.00 USD", would: "100.00 USD" }),
    ]);
  });

  test("the rows that one condition alone kept from it", () => {
    const program = judgeOn(programWith({ transactions: sales }), TODAY).program;
    const { said: output } = ask(program, { draft: draft({ rules: over(300), firstEvents: 1 }) });
    expect(output.nearMisses.rows).toEqual([
      expect.objectContaining({
        event: "S1",
        missing: "transaction Amount is at least 300",
        found: "100",
      }),
      expect.objectContaining({ event: "S3", missing: "the customer's first 1 are used up" }),
    ]);
  });

  test("what it would take from the other triggers of its set", () => {
    const program = judgeOn(
      programWith({ triggers: [rate({ set: "one", order: 5 })], transactions: sales }),
      TODAY,
    ).program;
    const given = draft({ set: "one", rules: over(500), percent: "2" });
    expect(ask(program, { draft: given }).said.differences.rows).toEqual([
      expect.objectContaining({ reward: "S3/draft", kind: "added", would: "10.00 USD" }),
      expect.objectContaining({ reward: "S3/rate", kind: "gone", was: "50.00 USD" }),
    ]);
  });

  test("events from before the program's start count only where the span reaches back to them", () => {
    const settings = [{ key: "program start", value: "2026-03-01" }];
    const program = judgeOn(programWith({ settings, transactions: sales }), TODAY).program;
    expect(ask(program, { draft: draft() }).output.acted).toBe(1);
    expect(ask(program, { draft: draft(), from: "2026-01-01" }).output.acted).toBe(3);
  });

  test("a sale that came late keeps the number it was given", () => {
    const first = rules({ all: [{ fact: "transaction.number", operator: "equal", value: 1 }] });
    const bonus = trigger("bonus", { amount: 50, rules: first });
    const early = judgeOn(
      programWith({ triggers: [bonus], transactions: [sale("T1", "2026-03-10", 10)] }),
      "2026-03-10",
    ).program;
    const late = typed(early, { transactions: [sale("T0", "2026-03-01", 10)] });
    const program = judgeOn(late, "2026-03-12").program;
    const { said: output } = ask(program, { trigger: "bonus" });
    expect(output.differences.rows).toEqual([]);
    expect(output.sums).toEqual([{ currency: "USD", count: 1, amount: "50.00" }]);
  });

  test("a customer archived since still earned while active", () => {
    const given = programWith({ triggers: [rate()], transactions: sales });
    const judged = judgeOn(given, "2026-03-10").program;
    const gone = { status: "archived", archivedOn: "2026-03-20" };
    const { said: output } = ask(retyped(judged, "customers", "acme", gone), { trigger: "rate" });
    expect(output).toMatchObject({ acted: 2 });
    expect(output.differences.rows).toEqual([]);
  });

  test("a refund counts from its day: what was enough revenue before stays enough", () => {
    const big = rules({ all: [{ fact: "customer.revenue", operator: "greaterThan", value: 399 }] });
    const given = { triggers: [trigger("big", { amount: 5, rules: big })], transactions: sales };
    const judged = judgeOn(programWith(given), "2026-03-10").program;
    const back = sale("R", "2026-03-20", 900, { refundOf: "S3" });
    const later = typed(judged, { transactions: [back, sale("S4", "2026-03-25", 1)] });
    const { said: output } = ask(judgeOn(later, TODAY).program, { trigger: "big" });
    expect(output.acted).toBe(3);
  });

  test("what a person declined frees the limit for the next one, as in the live run", () => {
    const once = rate({ firstEvents: 1, rules: "" });
    const first = programWith({ triggers: [once], transactions: sales.slice(0, 1) });
    const judged = judgeOn(first, "2026-02-01").program;
    const declined = { status: "declined", decidedBy: "ann@example.com", decidedOn: "2026-02-05" };
    const freed = typed(retyped(judged, "rewards", "S1/rate", declined), {
      transactions: sales.slice(1),
    });
    const { said: output } = ask(judgeOn(freed, "2026-03-10").program, { trigger: "rate" });
    expect(output.differences.rows).toEqual([]);
    expect(output.sums).toEqual([{ currency: "USD", count: 1, amount: "30.00" }]);
  });

  test("a bad draft is refused at its field", () => {
    expect(refusal(() => ask(programWith({}), { draft: draft({ percent: "120" }) }))).toBe(
      "INPUT_INVALID percent",
    );
    expect(refusal(() => ask(programWith({}), { trigger: "nobody" }))).toBe("TRIGGER_UNKNOWN");
    expect(refusal(() => ask(programWith({}), {}))).toBe("INPUT_INVALID trigger");
  });
});
