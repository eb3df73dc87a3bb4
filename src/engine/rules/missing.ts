import { type Condition, type FactValue, isFactReference, isTest, type Test } from "./conditions";
import type { FactsAt } from "./judge";
import { type Operator, operatorOf, passes } from "./operators";

/** Whether one condition holds on these facts. */
export function holds({ fact, operator, value }: Test, facts: FactsAt): boolean {
  const wanted: unknown = isFactReference(value) ? facts.valueOf(value.fact) : value;
  return passes(operatorOf(operator) as Operator, facts.valueOf(fact), wanted, facts);
}

/** A condition that stands in the way, with the value found. */
export interface Missing {
  readonly test: Test;
  readonly found: FactValue;
}

/**
 * The fewest conditions that would have to come out otherwise for the rules to hold; none where they do.
 * Undefined where no change of facts can make them hold.
 */
export function missingIn(rules: Condition, facts: FactsAt): readonly Missing[] | undefined {
  return flips(rules, true, facts)?.map((test) => ({ test, found: facts.valueOf(test.fact) }));
}

type Flips = readonly Test[] | undefined;

function flips(condition: Condition, wanted: boolean, facts: FactsAt): Flips {
  if (isTest(condition)) return holds(condition, facts) === wanted ? [] : [condition];
  if ("not" in condition) return flips(condition.not, !wanted, facts);
  const [list, needsEvery] =
    "all" in condition ? [condition.all, wanted] : [condition.any, !wanted];
  const each = list.map((inner) => flips(inner, wanted, facts));
  return needsEvery ? every(each) : each.reduce(shorter, undefined);
}

const every = (lists: readonly Flips[]): Flips =>
  lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? []);
const shorter = (least: Flips, list: Flips): Flips =>
  least === undefined || (list !== undefined && list.length < least.length) ? list : least;
