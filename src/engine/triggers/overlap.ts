import { definitionOf } from "../actions/index";
import { type Condition, isFactReference, isTest, type Test } from "../rules/conditions";
import { type At, type Operator, operatorOf, passes } from "../rules/operators";
import type { Trigger } from "../tables";
import type { SoundTrigger } from "./check-trigger";

/**
 * The active triggers that can act on the same event as this one: same event, not in the same set, days in common,
 * and rules that don't provably exclude each other (LIMIT-2). Never leaves one out that can; may name one
 * that can't.
 */
export function overlapsOf(
  of: SoundTrigger,
  others: readonly SoundTrigger[],
  at: At,
): readonly Trigger[] {
  const rivals = others.filter(
    ({ trigger }) =>
      trigger.state === "active" &&
      trigger.key !== of.trigger.key &&
      trigger.event === of.trigger.event,
  );
  const unsettled = [of, ...rivals].map(({ does }) => definitionOf(does).unsettles);
  const isSteady = (fact: string) => unsettled.every((facts) => !facts?.test(fact));
  const apart: Apart = (a, b) => isSteady(a.fact) && areApart(a, b, at);
  return rivals
    .filter(
      ({ trigger, conditions }) =>
        (trigger.set === null || trigger.set !== of.trigger.set) &&
        hasDaysInCommon(trigger, of.trigger) &&
        !exclude(of.conditions, conditions, apart) &&
        !exclude(conditions, of.conditions, apart),
    )
    .map(({ trigger }) => trigger);
}

const hasDaysInCommon = (a: Trigger, b: Trigger): boolean =>
  (a.from === null || b.until === null || a.from <= b.until) &&
  (b.from === null || a.until === null || b.from <= a.until);

type Apart = (a: Test, b: Test) => boolean;

/** Whether two rules can never both hold; false where that can't be seen. */
function exclude(a: Condition, b: Condition, apart: Apart): boolean {
  if (!isTest(a) && "any" in a) return a.any.every((each) => exclude(each, b, apart));
  if (!isTest(b) && "any" in b) return b.any.every((each) => exclude(a, each, apart));
  if (!isTest(a) && "all" in a) return a.all.some((each) => exclude(each, b, apart));
  if (!isTest(b) && "all" in b) return b.all.some((each) => exclude(a, each, apart));
  return isTest(a) && isTest(b) && a.fact === b.fact && (apart(a, b) || apart(b, a));
}

/** Whether no value passes `a` and `b`. */
function areApart(a: Test, b: Test, at: At): boolean {
  if (a.operator === "isBlank" && a.value === true) {
    return b.operator !== "isBlank" || b.value !== true;
  }
  if (isFactReference(a.value) || isFactReference(b.value)) return false;
  // A column's "10" is 10 where a number is wanted and a text where a text is: only like is held against like.
  const types = new Set([a.value, b.value].flat().map((each) => typeof each));
  if (types.size !== 1) return false;
  if (a.operator === "equal" || a.operator === "in") {
    const operator = operatorOf(b.operator) as Operator;
    return [a.value].flat().every((each) => !passes(operator, each as string, b.value, at));
  }
  const [low] = endsOf(a);
  const [, high] = endsOf(b);
  if (!low || !high) return false;
  return low.end > high.end || (low.end === high.end && !(low.included && high.included));
}

interface End {
  readonly end: number | string;
  readonly included: boolean;
}
/** The lowest and the highest value that passes. */
function endsOf({ operator, value }: Test): readonly (End | undefined)[] {
  const [end, last = end] = [value].flat() as (number | string)[];
  if (end === undefined || last === undefined) return [];
  switch (operator) {
    case "greaterThan":
    case "after":
      return [{ end, included: false }];
    case "greaterThanInclusive":
      return [{ end, included: true }];
    case "lessThan":
    case "before":
      return [undefined, { end, included: false }];
    case "lessThanInclusive":
      return [undefined, { end, included: true }];
    case "between":
      return [
        { end, included: true },
        { end: last, included: true },
      ];
    default:
      return [];
  }
}
