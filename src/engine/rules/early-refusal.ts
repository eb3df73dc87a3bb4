import { type Condition, type Group, isFactReference, isTest, type Test } from "./conditions";
import type { FactsAt } from "./judge";
import { type Operator, operatorOf, passes } from "./operators";

type Closure = (facts: FactsAt) => boolean;

/**
 * Whether the rules can't hold on these facts, found out without json-rules-engine and much faster. It only ever
 * spares the engine a question: where it says false, the engine still decides (ADR-9).
 */
export function compileEarlyRefusal(conditions: Group): Closure {
  const mayHold = compile(conditions);
  return (facts) => !mayHold(facts);
}

function compile(condition: Condition): Closure {
  if (isTest(condition)) return compileTest(condition);
  if ("not" in condition) {
    const inner = compile(condition.not);
    return (facts) => !inner(facts);
  }
  if ("all" in condition) {
    const inner = condition.all.map(compile);
    return (facts) => inner.every((each) => each(facts));
  }
  const inner = condition.any.map(compile);
  return (facts) => inner.some((each) => each(facts));
}

function compileTest({ fact, operator: name, value }: Test): Closure {
  const operator = operatorOf(name) as Operator;
  if (isFactReference(value)) {
    const other = value.fact;
    return (facts) => passes(operator, facts.valueOf(fact), facts.valueOf(other), facts);
  }
  return (facts) => passes(operator, facts.valueOf(fact), value, facts);
}
