import type { Condition } from "../../../src/engine/rules/conditions";
import { LONGEST_WHY, type Why } from "../../../src/engine/rules/explain";
import { recordsOf } from "../../support/program";
import { customer, judgeOn, programWith, rules, sale, trigger } from "../judging/judge-on";

const whyOf = (
  conditions: Condition,
  more = {},
  given = {},
): { readonly why: Why; readonly text: string } => {
  const program = programWith({
    triggers: [trigger("t", { percent: "20", rules: rules(conditions), ...more })],
    transactions: [sale("S1", "2026-02-01", 458.92)],
    ...given,
  });
  const text = recordsOf(judgeOn(program, "2026-02-01").program, "rewards")[0]?.why ?? "{}";
  return { why: JSON.parse(text) as Why, text };
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
      event: "transaction created S1 on 2026-02-01",
      trigger: "t",
      version: 1,
      rules: {
        all: [
          ["transaction.number", "lessThanInclusive", 3, 1, true],
          { not: ["customer.Plan", "equal", "free", null, false] },
        ],
      },
      sum: "20 % of 458.92 USD = 91.784, rounded to 91.78 USD",
      notes: [
        "within 12 months of the sign-up on 2026-01-15",
        "number 1 of the customer's first 3",
        "at most 50.00 USD a reward",
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

  test("too many deciding conditions keep as many as fit, with long values cut", () => {
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
