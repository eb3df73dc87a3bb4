import { day } from "../../../src/engine/kernel/day";
import type { Currency } from "../../../src/engine/kernel/money";
import { operatorIds, operators, passes } from "../../../src/engine/rules/operators";

const at = {
  on: day("2026-03-10"),
  context: { decimalMark: ".", currency: "USD" as Currency },
} as const;

describe("each operator", () => {
  test.each([
    ["equal", "pro", "pro", true],
    ["equal", "Pro", "pro", false],
    ["equal", 10, 10, true],
    ["equal", "10", 10, true],
    ["equal", 123, "123", true],
    ["equal", "yes", true, true],
    ["equal", "x", 10, false],
    ["notEqual", "pro", "free", true],
    ["notEqual", "10", 10, false],
    ["in", "b", ["a", "b"], true],
    ["in", "2", [1, 2], true],
    ["in", "c", ["a", "b"], false],
    ["notIn", "c", ["a", "b"], true],
    ["notIn", "a", ["a", "b"], false],
    ["contains", "annual plan", "plan", true],
    ["contains", ["x", "y"], "y", true],
    ["contains", ["xy"], "y", false],
    ["contains", 1234, "23", true],
    ["doesNotContain", "annual", "plan", true],
    ["doesNotContain", ["plan"], "plan", false],
    ["startsWith", "EU-12", "EU", true],
    ["startsWith", "XEU", "EU", false],
    ["lessThan", 9.99, 10, true],
    ["lessThan", 10, 10, false],
    ["lessThanInclusive", 10, 10, true],
    ["greaterThan", "1,200.50", 1200, true],
    ["greaterThan", "a lot", 1, false],
    ["greaterThanInclusive", 10, 10, true],
    ["between", 5, [5, 7], true],
    ["between", 7, [5, 7], true],
    ["between", 7.01, [5, 7], false],
    ["between", "2026-03-01", ["2026-03-01", "2026-03-31"], true],
    ["between", "2026-04-01", ["2026-03-01", "2026-03-31"], false],
    ["before", "2026-03-09", "2026-03-10", true],
    ["before", "2026-03-10", "2026-03-10", false],
    ["before", "soon", "2026-03-10", false],
    ["after", "2026-03-11", "2026-03-10", true],
    ["withinLastDays", "2026-03-03", 7, true],
    ["withinLastDays", "2026-03-02", 7, false],
    ["withinLastDays", "2026-03-10", 0, true],
    ["withinLastDays", "2026-03-11", 7, false],
    ["isBlank", null, true, true],
    ["isBlank", null, false, false],
    ["isBlank", "x", false, true],
    ["isBlank", 0, true, false],
  ] as const)("%s: %j against %j is %j", (id, found, wanted, held) => {
    expect(passes(operators[id], found, wanted, at)).toBe(held);
  });
});

test("a fact without a value passes only “is blank”", () => {
  const passing = operatorIds.filter((id) =>
    [true, "x", 1, ["x"], [1, 2]].some((wanted) => passes(operators[id], null, wanted, at)),
  );
  expect(passing).toEqual(["isBlank"]);
});

test("no operator ever throws or returns anything but true and false", () => {
  const odd = [
    "",
    "x",
    "2026-02-30",
    0,
    Number.NaN,
    true,
    [],
    ["x"],
    [1],
    null,
    { fact: "x" },
    undefined,
  ];
  for (const id of operatorIds) {
    for (const found of odd) {
      for (const wanted of odd) {
        expect(typeof passes(operators[id], found as never, wanted, at)).toBe("boolean");
      }
    }
  }
});

test("a number in a cell's text is read by the spreadsheet's locale", () => {
  const german = { ...at, context: { ...at.context, decimalMark: "," } } as const;
  expect(passes(operators.greaterThan, "1.200,50", 1200, german)).toBe(true);
  expect(passes(operators.greaterThan, "1,200.50", 1200, german)).toBe(false);
});
