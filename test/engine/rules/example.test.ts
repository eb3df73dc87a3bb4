import fc from "fast-check";
import { day } from "../../../src/engine/kernel/day";
import type { Condition, Group } from "../../../src/engine/rules/conditions";
import { exampleOf } from "../../../src/engine/rules/example";
import { createJudge } from "../../../src/engine/rules/judge";
import { programOf } from "../../support/program";

const at = { on: day("2026-03-10"), context: programOf().context };
const where = (fact: string, operator: string, value: unknown): Condition =>
  ({ fact, operator, value }) as Condition;
const AMOUNT = "transaction.Amount";

describe("an example for which conditions hold (TRIG-20)", () => {
  test.each<[string, Condition, number | undefined]>([
    ["none", { all: [] }, undefined],
    ["at most 500", where(AMOUNT, "lessThanInclusive", 500), 100],
    ["at least 1,200", where(AMOUNT, "greaterThanInclusive", 1200), 1200],
    ["more than 1,200", where(AMOUNT, "greaterThan", 1200), 1201],
    ["less than 0.50", where(AMOUNT, "lessThan", 0.5), -0.5],
    ["not at most 100", { not: where(AMOUNT, "lessThanInclusive", 100) }, 101],
    [
      "between two, by any",
      { any: [where(AMOUNT, "between", [200, 300]), where(AMOUNT, "equal", 7)] },
      200,
    ],
    [
      "two bounds",
      { all: [where(AMOUNT, "greaterThan", 200), where(AMOUNT, "lessThan", 200.02)] },
      200.01,
    ],
  ])("%s", (_, condition, wanted) => {
    expect(exampleOf(condition, { [AMOUNT]: 100 }, at)?.[AMOUNT]).toBe(wanted);
  });

  test("none is found if nothing can hold, or a fact is compared with another", () => {
    const apart = { all: [where(AMOUNT, "lessThan", 1), where(AMOUNT, "greaterThan", 1)] };
    expect(exampleOf(apart, {}, at)).toBeUndefined();
    expect(exampleOf(where(AMOUNT, "equal", { fact: "customer.Size" }), {}, at)).toBeUndefined();
  });

  test("whatever the conditions, they hold for the example found", () => {
    const fact = fc.constantFrom("transaction.Amount", "customer.Plan", "customer.Created on");
    const test1 = fc.record({
      fact,
      operator: fc.constantFrom(
        ...["equal", "notEqual", "lessThan", "greaterThan", "lessThanInclusive", "contains"],
        ...["greaterThanInclusive", "doesNotContain", "startsWith", "before", "after"],
      ),
      value: fc.constantFrom<unknown>(1, 100, 99.5, "Pro", "2026-03-01", "2026-01-31", "x"),
    });
    const between = fc.record({
      fact,
      operator: fc.constant("between"),
      value: fc.constantFrom<unknown>([1, 5], [100, 100], ["2026-01-01", "2026-02-01"]),
    });
    const blank = fc.record({
      fact,
      operator: fc.constant("isBlank"),
      value: fc.boolean(),
    });
    const { group } = fc.letrec<{ group: Group; part: Condition }>((tie) => ({
      part: fc.oneof(
        { depthSize: "small" },
        fc.oneof(test1, between, blank) as fc.Arbitrary<Condition>,
        tie("group"),
      ),
      group: fc.oneof(
        fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
        tie("part").map((not) => ({ not })),
      ) as fc.Arbitrary<Group>,
    }));
    let found = 0;
    fc.assert(
      fc.property(group, (conditions) => {
        const values = exampleOf(conditions, { [AMOUNT]: 100 }, at);
        if (!values) return;
        found++;
        const { holds } = createJudge(conditions)({ ...at, valueOf: (id) => values[id] ?? null });
        expect(holds).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
