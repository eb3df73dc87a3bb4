import { day } from "../../../src/engine/kernel/day";
import type { Currency } from "../../../src/engine/kernel/money";
import type { FactValue } from "../../../src/engine/rules/conditions";
import { createJudge, type FactsAt } from "../../../src/engine/rules/judge";

const given = (facts: Readonly<Record<string, FactValue>>): FactsAt => ({
  on: day("2026-03-10"),
  context: { decimalMark: ".", currency: "USD" as Currency },
  valueOf: (id) => facts[id] ?? null,
});
const large = { fact: "transaction.Amount", operator: "greaterThan", value: 100 };
const pro = { fact: "customer.Plan", operator: "equal", value: "pro" };

describe("a judge", () => {
  const judge = createJudge({ all: [large, { not: pro }] });

  test("answers synchronously, however often it is called", () => {
    expect(judge(given({ "transaction.Amount": 101, "customer.Plan": "free" })).holds).toBe(true);
    expect(judge(given({ "transaction.Amount": 101, "customer.Plan": "pro" })).holds).toBe(false);
    expect(judge(given({ "transaction.Amount": 100, "customer.Plan": "free" })).holds).toBe(false);
  });

  test("returns each condition's value and whether it held", () => {
    expect(judge(given({ "transaction.Amount": 101 })).conditions).toMatchObject({
      all: [
        { fact: "transaction.Amount", factResult: 101, result: true },
        { not: { fact: "customer.Plan", factResult: null, result: false }, result: true },
      ],
    });
  });

  test("goes on after a fact that throws, and returns the error", () => {
    const broken: FactsAt = {
      ...given({}),
      valueOf: () => {
        throw new Error("broken fact");
      },
    };
    expect(() => judge(broken)).toThrow("broken fact");
    expect(judge(given({ "transaction.Amount": 101 })).holds).toBe(true);
  });

  test("refuses a fact that answers later", () => {
    const later = Promise.resolve(101);
    const late: FactsAt = { ...given({}), valueOf: () => later as never };
    expect(() => judge(late)).toThrow(/may not wait/);
  });

  test("without conditions always holds", () => {
    expect(createJudge({ all: [] })(given({})).holds).toBe(true);
  });
});
