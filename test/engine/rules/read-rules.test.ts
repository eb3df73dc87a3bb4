import { factsFor, factsOf } from "../../../src/engine/rules/facts";
import { complaintInWords, readRules } from "../../../src/engine/rules/read-rules";
import { programOf } from "../../support/program";

const program = programOf({ customers: [{ key: "c", name: "C", Plan: "pro" }] });
const known = factsFor(factsOf(program), "transaction created");
const refused = (rules: unknown): readonly string[] => {
  const read = readRules(typeof rules === "string" ? rules : JSON.stringify(rules), known);
  return read.ok ? [] : read.complaints.map(complaintInWords);
};
const test1 = { fact: "transaction.Amount", operator: "greaterThan", value: 100 };

describe("rules are read as they are written", () => {
  test("a blank cell means always", () => {
    expect(readRules(null, known)).toEqual({ ok: true, conditions: { all: [] } });
    expect(readRules("  ", known)).toEqual({ ok: true, conditions: { all: [] } });
  });

  test("all, any and not can be nested freely, and names and priorities are kept", () => {
    const written = {
      any: [{ all: [test1, { not: { any: [{ ...test1, name: "big", priority: 3 }] } }] }, test1],
      name: "outer",
    };
    expect(readRules(JSON.stringify(written), known)).toEqual({ ok: true, conditions: written });
  });

  test("a fact may be compared with another of its type", () => {
    const against = (fact: string) => ({ all: [{ ...test1, value: { fact } }] });
    expect(refused(against("customer.revenue"))).toEqual([]);
    expect(refused(against("transaction.number"))).toEqual([]);
    expect(refused(against("customer.Plan"))).toEqual([]);
    expect(refused(against("customer.Name"))).toEqual([
      "“all 1” can't be compared with “customer.Name”, which is of another type (text).",
    ]);
  });
});

describe("rules that can't be judged are refused, with the place and the nearest name", () => {
  test.each([
    ["{", /^The rule is not valid JSON/],
    ["7", /must be an object with “all”, “any” or “not”/],
    [{}, /exactly one of “all”, “any” and “not”/],
    [{ all: [], any: [] }, /exactly one/],
    [{ any: [] }, /needs at least one condition in “any”/],
    [{ all: {} }, /must have a list of conditions in “all”/],
    [{ all: [], event: {} }, /has “event”, which is not understood here/],
    [{ all: [7] }, /“all 1” must be a condition/],
    [{ not: null }, /“not” must be a condition/],
    [
      { all: [test1, { any: [{ ...test1, fact: "customer.Plam" }] }] },
      /“all 2 › any 1” asks for “customer.Plam”.*“customer.Plan”/,
    ],
    [{ all: [{ ...test1, fact: "transaction.amount" }] }, /did you mean “transaction.Amount”/],
    [
      { all: [{ ...test1, fact: "action.Kind" }] },
      /asks for “action.Kind”, which is not known here/,
    ],
    [
      { all: [{ ...test1, operator: "greaterthen" }] },
      /unknown operator “greaterthen”; did you mean “greaterThan”/,
    ],
    [
      { all: [{ ...test1, operator: "startsWith", value: "1" }] },
      /can't ask “startsWith” of “transaction.Amount” \(money\)/,
    ],
    [{ all: [{ ...test1, value: "100" }] }, /needs a number without quotes/],
    [{ all: [{ ...test1, operator: "in", value: 100 }] }, /needs a list of values/],
    [{ all: [{ ...test1, operator: "between", value: [5, 2] }] }, /impossible range/],
    [{ all: [{ ...test1, operator: "between", value: [5] }] }, /needs two values/],
    [
      { all: [{ fact: "customer.Created on", operator: "before", value: "31.3.2026" }] },
      /needs a date such as/,
    ],
    [
      { all: [{ fact: "customer.Created on", operator: "withinLastDays", value: 1.5 }] },
      /whole number of days/,
    ],
    [{ all: [{ fact: "customer.Test", operator: "equal", value: "yes" }] }, /needs true or false/],
    [
      { all: [{ fact: "customer.Plan", operator: "equal", value: null }] },
      /needs a text, a number/,
    ],
    [{ all: [{ fact: "customer.Plan", operator: "equal" }] }, /has no value/],
    [{ all: [{ ...test1, path: "$.x" }] }, /has “path”/],
    [{ all: [{ ...test1, priority: 0 }] }, /whole number above 0/],
    [{ condition: "named" }, /exactly one/],
  ])("%j", (rules, message) => {
    expect(refused(rules).join(" ")).toMatch(message);
  });

  test("every mistake is named, not the first only", () => {
    expect(
      refused({
        all: [
          { ...test1, value: "x" },
          { ...test1, operator: "x" },
        ],
      }),
    ).toHaveLength(2);
  });

  test("a key that would change an object's prototype is refused", () => {
    expect(
      refused(
        '{"all":[{"fact":"customer.Plan","operator":"equal","value":"x","__proto__":{"fact":1}}]}',
      ),
    ).toEqual(["“all 1” has “__proto__”, which is not understood here."]);
  });

  test("10 levels pass and 11 don't; 200 conditions pass and 201 don't", () => {
    const deep = (levels: number): object =>
      levels === 1 ? { all: [test1] } : { all: [deep(levels - 1)] };
    const wide = (count: number) => ({ all: Array.from({ length: count }, () => test1) });
    expect(refused(deep(10))).toEqual([]);
    expect(refused(deep(11)).join()).toMatch(/more than 10 levels deep/);
    expect(refused(wide(200))).toEqual([]);
    expect(refused(wide(5000))).toEqual(["The rule has more than 200 conditions."]);
  });
});
