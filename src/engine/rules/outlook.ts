import { type Condition, isFactReference, isTest, isUnknown, type Test } from "./conditions";
import type { FactsAt } from "./judge";
import { type Operator, operatorOf, passes } from "./operators";

/** Whether rules can hold; undefined where that is undecided, since a fact's cell shows an error value (CELL-2). */
export type Outlook = boolean | undefined;
type Closure = (facts: FactsAt) => Outlook;

/**
 * What can be said of the rules on these facts without json-rules-engine, and much faster. It only ever spares the engine a
 * question: where it says true, whatever the unknown facts might be, the engine still decides (ADR-9). In three values: "all"
 * is false if one is false, "any" true if one is true, and what is undecided is so under "not", too.
 */
export function compileOutlook(condition: Condition): Closure {
  if (isTest(condition)) return compileTest(condition);
  if ("not" in condition) {
    const inner = compileOutlook(condition.not);
    return (facts) => opposite(inner(facts));
  }
  const isAll = "all" in condition;
  const inner = (isAll ? condition.all : condition.any).map(compileOutlook);
  return (facts) => {
    let outlook: Outlook = isAll;
    for (const each of inner) {
      const one = each(facts);
      if (one === !isAll) return one;
      if (one === undefined) outlook = undefined;
    }
    return outlook;
  };
}

const opposite = (outlook: Outlook): Outlook => (outlook === undefined ? undefined : !outlook);

function compileTest({ fact, operator: name, value }: Test): Closure {
  const operator = operatorOf(name) as Operator;
  const wantedAt = isFactReference(value)
    ? (facts: FactsAt) => facts.valueOf(value.fact)
    : () => value;
  return (facts) => {
    const found = facts.valueOf(fact);
    const wanted = wantedAt(facts);
    return isUnknown(found) || isUnknown(wanted)
      ? undefined
      : passes(operator, found, wanted, facts);
  };
}
