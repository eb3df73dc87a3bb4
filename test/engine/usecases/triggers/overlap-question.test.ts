import fc from "fast-check";
import type { Program } from "../../../../src/engine/program/program";
import { describeTrigger } from "../../../../src/engine/usecases/triggers/describe-trigger";
import { saveTrigger } from "../../../../src/engine/usecases/triggers/save-trigger";
import { setTriggerState } from "../../../../src/engine/usecases/triggers/set-trigger-state";
import { recordsOf } from "../../../support/program";
import { programWith, rules, trigger } from "../../judging/judge-on";
import { act } from "../act";

const TODAY = "2026-03-10";
const rate = trigger("rate", { name: "Rate", percent: "20", order: 10 });
const atLeast = (value: number) =>
  rules({ all: [{ fact: "transaction.Amount", operator: "greaterThanInclusive", value }] });
const plan = {
  name: "Plan",
  event: "transaction created",
  action: "start a drip",
  percent: "10",
  occurrences: 12,
  cycle: 1,
};
const save = (program: Program, given: object) =>
  act(program, saveTrigger, { state: "active", ask: true, ...given }, TODAY);

describe("a trigger that would pay together with others for one event (LIMIT-2a)", () => {
  const before = programWith({ triggers: [rate] });

  test("asks first, with the sum for a sale on which both act, and saves nothing", () => {
    const { program, output } = save(before, { ...plan, rules: atLeast(1200) });
    expect(output.question).toMatchObject({
      on: TODAY,
      sale: { text: "1200.00", currency: "USD" },
      lines: [
        { name: "Plan", rewards: 12, sum: { text: "1440.00" } },
        { name: "Rate", rewards: 1, sum: { text: "240.00" } },
      ],
      sums: [{ text: "1680.00", currency: "USD" }],
    });
    expect(recordsOf(program, "triggers")).toHaveLength(1);
  });

  test("confirmed, is saved and names the other", () => {
    const { program, output } = save(before, { ...plan, ask: "" });
    expect(output).toMatchObject({ question: null, overlaps: [{ name: "Rate" }] });
    expect(recordsOf(program, "triggers")).toHaveLength(2);
  });

  test.each([
    ["as a draft", { ...plan, state: "draft" }],
    ["where the two exclude each other", { ...plan, rules: atLeast(500) }],
    [
      "where it only moves the partner",
      { ...plan, action: "move the partner to a group", group: "Gold", percent: "" },
    ],
    ["for another event", { ...plan, event: "customer created", percent: "", amount: 5 }],
    ["on other days", { ...plan, from: "2026-06-01" }],
  ])("is no question %s", (what, given) => {
    const small = trigger("rate", {
      percent: "20",
      until: what === "on other days" ? "2026-05-31" : "",
      rules: what.startsWith("where the two")
        ? rules({ all: [{ fact: "transaction.Amount", operator: "lessThan", value: 500 }] })
        : "",
    });
    const { program, output } = save(programWith({ triggers: [small] }), given);
    expect(output.question).toBeNull();
    expect(recordsOf(program, "triggers")).toHaveLength(2);
  });

  test("counts only one of a set, and finds a day on which all act", () => {
    const program = programWith({
      triggers: [
        trigger("a", { name: "A", percent: "20", set: "s", order: 1, from: "2026-05-01" }),
        trigger("b", { name: "B", percent: "10", set: "s", order: 2 }),
        trigger("c", { name: "C", amount: 3, currency: "EUR", order: 3 }),
      ],
    });
    expect(save(program, plan).output.question).toMatchObject({
      on: "2026-05-01",
      lines: [{ name: "Plan" }, { name: "A" }, { name: "C" }],
      sums: [
        { text: "140.00", currency: "USD" },
        { text: "3.00", currency: "EUR" },
      ],
    });
  });

  const ends = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => [a, b].sort((x, y) => x - y));
  const within = ([low = 0, high = 0]: readonly number[]) =>
    rules({
      all: [{ fact: "transaction.Amount", operator: "between", value: [low * 100, high * 100] }],
    });
  const meets = ([a = 0, b = 0]: readonly number[], [c = 0, d = 0]: readonly number[]) =>
    a <= d && c <= b;
  test("is asked when it is saved over itself only where it pays beside one more", () => {
    fc.assert(
      fc.property(
        fc.record({ was: ends, now: ends, others: fc.array(ends, { maxLength: 3 }) }),
        fc.constantFrom("active", "paused", "draft"),
        ({ was, now, others }, state) => {
          const program = programWith({
            triggers: [
              trigger("own", { percent: "5", order: 1, state, rules: within(was) }),
              ...others.map((each, i) =>
                trigger(`o${i}`, { percent: "20", order: 2 + i, rules: within(each) }),
              ),
            ],
          });
          const { output } = save(program, {
            trigger: "own",
            name: "own",
            event: "transaction created",
            action: "grant a reward",
            percent: "6",
            rules: within(now),
          });
          // Those that the question names all act on one event: at least the first that meets is among them.
          const before = state === "active" ? others.filter((each) => meets(was, each)) : [];
          const after = others.filter((each) => meets(now, each));
          if (after.every((each) => before.includes(each))) expect(output.question).toBeNull();
          else if (before.length === 0) expect(output.question).not.toBeNull();
          if (after.length === 1 && before.length === 1 && !before.includes(after[0] as number[])) {
            expect(output.question).not.toBeNull();
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("asks when activated in the list too", () => {
    const { program } = save(before, { ...plan, state: "draft" });
    const key = recordsOf(program, "triggers").find(({ name }) => name === "Plan")?.key;
    const given = { trigger: key, state: "active" };
    const asked = act(program, setTriggerState, { ...given, ask: true }, TODAY);
    expect(asked.output.question?.sums).toMatchObject([{ text: "140.00" }]);
    expect(asked.changes.effects).toEqual([]);
    const done = act(program, setTriggerState, given, TODAY);
    expect(done.output).toMatchObject({ question: null, overlaps: [{ name: "Rate" }] });
  });
});

describe("the live sentence's example (TRIG-20)", () => {
  const said = (given: object, more: object = {}) => {
    const draft = JSON.stringify({
      name: "T",
      event: "transaction created",
      action: "grant a reward",
      ...given,
    });
    const { said: output } = act(programWith({}), describeTrigger, { draft, ...more }, TODAY);
    return output.kind === "described" ? output : undefined;
  };

  test("is a sale that meets the trigger's own rules", () => {
    expect(said({ percent: "20", rules: atLeast(1200) })).toMatchObject({
      example: { text: "1200.00" },
      preview: { total: "240.00", warnings: [] },
    });
    expect(said({ percent: "20" })).toMatchObject({ example: { text: "100.00" } });
    const inEuro = rules({
      all: [{ fact: "transaction.Currency", operator: "equal", value: "EUR" }],
    });
    expect(said({ percent: "20", rules: inEuro })?.sentence).toContain("20.00 EUR");
  });

  test("a named sale that does not meet the rules is replaced, and the form says so", () => {
    const shown = said({ percent: "20", rules: atLeast(1200) }, { exampleAmount: "50" });
    expect(shown?.preview?.warnings).toEqual([
      "A sale of 50.00 USD does not meet the rules, so the example is 1200.00 USD.",
    ]);
    const fits = said({ percent: "20", rules: atLeast(1200) }, { exampleAmount: "5000" });
    expect(fits).toMatchObject({ example: { text: "5000.00" }, preview: { warnings: [] } });
  });

  test("is on a day on which it acts, unless a day is given", () => {
    expect(said({ amount: 5, from: "2026-06-01" })?.preview?.on).toBe("2026-06-01");
    const named = said({ amount: 5, from: "2026-06-01" }, { on: "2026-03-10" });
    expect(named?.sentence).toContain("But it counts only events from 2026-06-01");
  });
});
