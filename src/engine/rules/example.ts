import { addDays, parseDay } from "../kernel/day";
import { type Condition, type FactValue, isFactReference, isTest, type Test } from "./conditions";
import { type At, operatorOf, passes } from "./operators";

/** Values of facts, by id. */
export type FactValues = Readonly<Record<string, FactValue>>;

/** A test that is to hold, or not to. */
interface Signed extends Test {
  readonly holds: boolean;
}
/** The most ways to meet conditions that are tried. */
const MOST_WAYS = 64;

/** The ways in which conditions hold, or don't: each a list of tests that do so together. */
function waysOf(condition: Condition, holds: boolean): readonly (readonly Signed[])[] {
  if (isTest(condition)) return [[{ ...condition, holds }]];
  if ("not" in condition) return waysOf(condition.not, !holds);
  const parts = "all" in condition ? condition.all : condition.any;
  const isTogether = "all" in condition === holds;
  if (!isTogether) return parts.flatMap((part) => waysOf(part, holds)).slice(0, MOST_WAYS);
  return parts.reduce<readonly (readonly Signed[])[]>(
    (ways, part) =>
      ways
        .flatMap((way) => waysOf(part, holds).map((more) => [...way, ...more]))
        .slice(0, MOST_WAYS),
    [[]],
  );
}

/** Values worth trying for a fact: those that its tests name, and their neighbours. */
function candidatesOf(tests: readonly Signed[], { on }: At): readonly FactValue[] {
  const named = tests.flatMap(({ value }) => (isFactReference(value) ? [] : [value].flat()));
  const near = named.flatMap((value): readonly FactValue[] => {
    if (typeof value === "number") return [value, value + 1, value - 1, value + 0.01, value - 0.01];
    const day = typeof value === "string" ? parseDay(value) : undefined;
    return day ? [day, addDays(day, 1), addDays(day, -1)] : [value as FactValue, [`${value}`]];
  });
  return [...near, on, "example", 1, 0, true, false, null];
}

/**
 * Values of facts with which the conditions hold: those of `usual` where they can stay, in whichever way. Undefined where none were found,
 * which proves nothing. A fact held against another one is never tried.
 */
export function exampleOf(condition: Condition, usual: FactValues, at: At): FactValues | undefined {
  let other: FactValues | undefined;
  for (const way of waysOf(condition, true)) {
    const facts = [...new Set(way.map(({ fact }) => fact))];
    const found = facts.map((fact) => {
      const tests = way.filter((test) => test.fact === fact);
      if (tests.some(({ value }) => isFactReference(value))) return undefined;
      const first = fact in usual ? [usual[fact] ?? null] : [];
      return [...first, ...candidatesOf(tests, at)].find((candidate) =>
        tests.every((test) => {
          const operator = operatorOf(test.operator);
          return operator && passes(operator, candidate, test.value, at) === test.holds;
        }),
      );
    });
    if (found.every((value) => value !== undefined)) {
      const values = Object.fromEntries(facts.map((fact, i) => [fact, found[i] ?? null]));
      if (facts.every((fact) => !(fact in usual) || values[fact] === usual[fact])) return values;
      other ??= values;
    }
  }
  return other;
}
