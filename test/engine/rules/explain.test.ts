import type { Condition } from "../../../src/engine/rules/conditions";
import { LONGEST_WHY } from "../../../src/engine/rules/explain";
import { type Why, whyField } from "../../../src/engine/tables/packed/why";
import { recordsOf } from "../../support/program";
import { customer, judgeOn, programWith, rules, sale, trigger } from "../judging/judge-on";

const whyOf = (
  conditions: Condition,
  more = {},
  given = {},
): { readonly why: Extract<Why, { by: "trigger" }>; readonly text: string } => {
  const program = programWith({
    triggers: [trigger("t", { percent: "20", rules: rules(conditions), ...more })],
    transactions: [sale("S1", "2026-02-01", 458.92)],
    ...given,
  });
  const why = recordsOf(judgeOn(program, "2026-02-01").program, "rewards")[0]?.why;
  if (why?.by !== "trigger") throw new Error("no reward was made by a trigger");
  return { why, text: whyField.text(why) };
};

describe("a reward says why it exists", () => {
  test("event, trigger and version, each condition with its value, the arithmetic and the limits used", () => {
    const { why } = whyOf(
      {
        all: [
          { fact: "transaction.number", operator: "lessThanInclusive", value: 3 },
          { not: { fact: "customer.Plan", operator: "equal", value: "free" } },
        ],
      },
      { withinMonths: 12, firstEvents: 3, limitPerReward: 50 },
      { customers: [customer({ Plan: "" })] },
    );
    expect(why).toEqual({
      by: "trigger",
      event: "S1",
      kind: "transaction created",
      on: "2026-02-01",
      trigger: "t",
      version: 1,
      rules: {
        all: [
          ["transaction.number", "lessThanInclusive", 3, 1, true],
          { not: ["customer.Plan", "equal", "free", null, false] },
        ],
      },
      deciding: null,
      left: null,
      sum: { kind: "percent", percent: 200_000, of: 45_892, is: 9_178, column: null },
      notes: [
        { kind: "within months", months: 12, from: "2026-01-15" },
        { kind: "first events", number: 1, of: 3, owner: "customer" },
        { kind: "cap", limit: 5_000, left: 5_000, per: "reward" },
      ],
    });
  });

  test("a very long one keeps the deciding conditions and counts the rest", () => {
    const failing = (i: number): Condition => ({
      fact: "transaction.Product",
      operator: "equal",
      value: `product number ${i}`,
    });
    const held: Condition = { fact: "transaction.Amount", operator: "greaterThan", value: 1 };
    const { why, text } = whyOf({
      any: [...Array.from({ length: 150 }, (_, i) => failing(i)), held],
    });
    expect(text.length).toBeLessThanOrEqual(LONGEST_WHY);
    expect(why.deciding).toEqual([["transaction.Amount", "greaterThan", 1, 458.92, true]]);
    expect(why.left).toBe(150);
  });

  test("too many deciding conditions are reduced to as many as fit, with long values cut", () => {
    const held = (i: number): Condition => ({
      fact: "transaction.Key",
      operator: "notEqual",
      value: `${i} ${"x".repeat(150)}`,
    });
    const { why, text } = whyOf({ all: Array.from({ length: 190 }, (_, i) => held(i)) });
    expect(text.length).toBeLessThanOrEqual(LONGEST_WHY);
    expect(why.deciding?.length).toBeGreaterThan(5);
    expect((why.deciding?.length ?? 0) + (why.left ?? 0)).toBe(190);
  });
});
