import fc from "fast-check";
import type * as RulesEngine from "json-rules-engine";
import { type Day, day } from "../../src/engine/kernel/day";
import type { Currency } from "../../src/engine/kernel/money";
import type { Condition, FactValue, Group } from "../../src/engine/rules/conditions";
import { explain, LONGEST_WHY } from "../../src/engine/rules/explain";
import { createJudge, type FactsAt } from "../../src/engine/rules/judge";
import { operatorIds, operators, passes } from "../../src/engine/rules/operators";
import { compileOutlook } from "../../src/engine/rules/outlook";
import { whyField } from "../../src/engine/tables/packed/why";
import { law, runs } from "../support/laws";

type Engine = RulesEngine.Engine;
/** The library as it is published, past jest's own loader, which binds our stand-in in it as the build does. */
const { Engine } = process.getBuiltinModule("node:module").createRequire(__filename)(
  "json-rules-engine",
) as typeof RulesEngine;

type Facts = Readonly<Record<string, FactValue>>;

const context = { decimalMark: ".", currency: "USD" as Currency } as const;
const on: Day = day("2026-03-10");
const factsAt = (facts: Facts): FactsAt => ({ on, context, valueOf: (id) => facts[id] ?? null });

const numbers = fc.constantFrom(-1, 0, 0.1, 1, 2, 3.5, 100);
const texts = fc.constantFrom("", "a", "b", "ab", "10", "2026-03-01", "2026-03-10");
const list = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 3 });

/** Groups nested up to four deep over the given tests; never an empty "any", which saving refuses. */
function rulesOver(test: fc.Arbitrary<Condition>): fc.Arbitrary<Group> {
  const { group } = fc.letrec<{ group: Group; condition: Condition }>((tie) => ({
    condition: fc.oneof({ maxDepth: 3, withCrossShrink: true }, test, tie("group")),
    group: fc.oneof(
      fc.record({ all: fc.array(tie("condition"), { maxLength: 4 }) }),
      fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 4 }) }),
      fc.record({ not: tie("condition") }),
    ),
  }));
  return group;
}

/** Tests that json-rules-engine's own operators can judge: each fact has a value, of the type wanted. */
const ownTest: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom("n1", "n2"),
    operator: fc.constantFrom(
      "equal",
      "notEqual",
      "lessThan",
      "lessThanInclusive",
      "greaterThan",
      "greaterThanInclusive",
    ),
    value: fc.oneof(numbers, fc.constantFrom({ fact: "n1" }, { fact: "n2" })),
    priority: fc.constantFrom(1, 5),
  }),
  fc.record({
    fact: fc.constantFrom("n1", "n2"),
    operator: fc.constantFrom("in", "notIn"),
    value: list(numbers),
  }),
  fc.record({
    fact: fc.constantFrom("t1", "t2"),
    operator: fc.constantFrom("equal", "notEqual"),
    value: texts,
  }),
  fc.record({
    fact: fc.constantFrom("t1", "t2"),
    operator: fc.constantFrom("in", "notIn"),
    value: list(texts),
  }),
  fc.record({
    fact: fc.constant("l1"),
    operator: fc.constantFrom("contains", "doesNotContain"),
    value: texts,
  }),
);
const ownFacts: fc.Arbitrary<Facts> = fc.record({
  n1: numbers,
  n2: numbers,
  t1: texts,
  t2: texts,
  l1: list(texts),
});

/** Any operator on anything, missing values too. */
const anyTest = fc.record({
  fact: fc.constantFrom("n1", "t1", "l1", "none"),
  operator: fc.constantFrom(...operatorIds),
  value: fc.oneof(
    numbers,
    texts,
    fc.boolean(),
    list(texts),
    list(numbers),
    fc.constant({ fact: "t2" }),
  ),
}) as fc.Arbitrary<Condition>;
const anyFacts: fc.Arbitrary<Facts> = fc.record(
  { n1: numbers, t1: texts, t2: texts, l1: list(texts) },
  { requiredKeys: [] },
);

/** The rules as a plain json-rules-engine judges them, with native promises. */
async function plainly(
  conditions: Group,
  facts: Facts,
  prepare: (engine: Engine) => void = () => undefined,
): Promise<boolean> {
  const engine = new Engine([
    { conditions: structuredClone(conditions) as never, event: { type: "x" } },
  ]);
  prepare(engine);
  const { events } = await engine.run({ ...facts });
  return events.length > 0;
}
const withOurOperators = (engine: Engine): void => {
  for (const id of operatorIds) {
    engine.addOperator<FactValue, unknown>(id, (found, wanted) =>
      passes(operators[id], found, wanted, { on, context }),
    );
  }
};
const complete = (facts: Facts): Facts => ({
  n1: null,
  t1: null,
  t2: null,
  l1: null,
  none: null,
  ...facts,
});

describe("our path and a plain json-rules-engine with native promises agree", () => {
  test("on the library's own operators", async () => {
    await fc.assert(
      fc.asyncProperty(rulesOver(ownTest), ownFacts, async (rules, facts) => {
        expect(createJudge(structuredClone(rules))(factsAt(facts)).holds).toBe(
          await plainly(rules, facts),
        );
      }),
      { numRuns: runs * 5 },
    );
  });

  test("on every operator, with values missing", async () => {
    await fc.assert(
      fc.asyncProperty(rulesOver(anyTest), anyFacts, async (rules, facts) => {
        expect(createJudge(structuredClone(rules))(factsAt(facts)).holds).toBe(
          await plainly(rules, complete(facts), withOurOperators),
        );
      }),
      { numRuns: runs * 5 },
    );
  });

  test("the real Promise is back after each", () => {
    expect(String(Promise)).toContain("native code");
  });
});

law(
  "without unknown facts the outlook is what the engine says",
  fc.tuple(rulesOver(anyTest), anyFacts),
  ([rules, facts]) => {
    const { holds } = createJudge(structuredClone(rules))(factsAt(facts));
    expect(compileOutlook(rules)(factsAt(facts))).toBe(holds);
  },
);

const unknown = { error: "#N/A" } as const;
const ids = ["n1", "t1", "t2", "l1"] as const;
const unknowns = fc.subarray([...ids], { minLength: 1 });
const blurred = (facts: Facts, names: readonly string[]): Facts => ({
  ...facts,
  ...Object.fromEntries(names.map((name) => [name, unknown])),
});

law(
  "an outlook on unknown facts is what the engine says, whatever they turn out to be (CELL-2)",
  fc.tuple(rulesOver(anyTest), anyFacts, unknowns, fc.array(anyFacts, { maxLength: 4 })),
  ([rules, facts, names, others]) => {
    const outlook = compileOutlook(rules)(factsAt(blurred(facts, names)));
    if (outlook === undefined) return;
    const judge = createJudge(structuredClone(rules));
    for (const other of [facts, blurred(facts, names), ...others]) {
      const found = Object.fromEntries(names.map((name) => [name, other[name] ?? null]));
      expect(judge(factsAt({ ...facts, ...found })).holds).toBe(outlook);
    }
  },
);

/** 1 is true, 0 false and ½ undecided: "all" is the least, "any" the most, and "not" the rest up to 1. */
function degree(condition: Condition, facts: Facts): number {
  if ("not" in condition) return 1 - degree(condition.not, facts);
  if ("all" in condition) return Math.min(1, ...condition.all.map((each) => degree(each, facts)));
  if ("any" in condition) return Math.max(0, ...condition.any.map((each) => degree(each, facts)));
  const asked = JSON.stringify(condition).includes('"t2"') ? ["t2"] : [];
  const isUnknown = [condition.fact, ...asked].some((id) => facts[id] === unknown);
  if (isUnknown) return 0.5;
  return createJudge({ all: [structuredClone(condition)] })(factsAt(facts)).holds ? 1 : 0;
}

law(
  "an outlook is undecided where three-valued logic says so, and nowhere else (CELL-2)",
  fc.tuple(rulesOver(anyTest), anyFacts, unknowns),
  ([rules, facts, names]) => {
    const given = blurred(facts, names);
    const said = { 0: false, 0.5: undefined, 1: true }[degree(rules, given)];
    expect(compileOutlook(rules)(factsAt(given))).toBe(said);
  },
);

law(
  "one judge asked of many events answers as a new one does for each",
  fc.tuple(rulesOver(anyTest), fc.array(anyFacts, { maxLength: 4 })),
  ([rules, many]) => {
    const one = createJudge(structuredClone(rules));
    const fresh = many.map((facts) => createJudge(structuredClone(rules))(factsAt(facts)).holds);
    expect(many.map((facts) => one(factsAt(facts)).holds)).toEqual(fresh);
  },
);

law(
  "an explanation has at most 2,000 characters, whatever the rules, and is read back",
  fc.tuple(rulesOver(anyTest), anyFacts, fc.integer({ min: 1, max: 40 })),
  ([rules, facts, times]) => {
    const many: Group = { all: Array.from({ length: times }, () => rules) };
    const { conditions } = createJudge(structuredClone(many))(factsAt(facts));
    const cause = {
      event: "T",
      kind: "transaction created",
      on,
      trigger: "t",
      version: 1,
      sum: { kind: "flat", amount: 500 },
      notes: null,
    } as const;
    const why = explain(cause, conditions);
    const text = whyField.text(why);
    expect(text.length).toBeLessThanOrEqual(LONGEST_WHY);
    expect(whyField.parse(text, context)).toEqual({ ok: true, value: why });
  },
);
