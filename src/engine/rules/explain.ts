import { type JudgedRules, type JudgedTest, type Why, whyField } from "../tables/packed/why";
import type { FactValue } from "./conditions";
import type { JudgedCondition } from "./judge";

type ByTrigger = Extract<Why, { by: "trigger" }>;

/** Characters that a row's explanation may have (REWARD-11). */
export const LONGEST_WHY = 2_000;
const LONGEST_VALUE = 60;

const isTestNode = (node: JudgedCondition): boolean => node.fact !== undefined;
const childrenOf = ({ all, any, not }: JudgedCondition): readonly JudgedCondition[] =>
  all ?? any ?? (not ? [not] : []);

/** A tree of judged conditions without what only the library needs. */
function judgedRules(node: JudgedCondition): JudgedRules {
  return inside(node) as JudgedRules;
}

function inside(node: JudgedCondition): JudgedRules | JudgedTest {
  if (isTestNode(node)) return judgedTest(node);
  if (node.all) return { all: node.all.map(inside) };
  if (node.any) return { any: node.any.map(inside) };
  return { not: inside(node.not ?? {}) };
}

function judgedTest({ fact, operator, value, factResult, result }: JudgedCondition): JudgedTest {
  return [fact ?? "", operator ?? "", value, factResult ?? null, result === true];
}

/** The conditions that decided: without any one of them it might have come out otherwise. */
function decidingIn(node: JudgedCondition, held: boolean): readonly JudgedCondition[] {
  if (isTestNode(node)) return (node.result === true) === held ? [node] : [];
  if (node.not) return decidingIn(node.not, !held);
  return childrenOf(node).flatMap((child) => decidingIn(child, held));
}

const countTests = (node: JudgedCondition): number =>
  isTestNode(node) ? 1 : childrenOf(node).reduce((sum, child) => sum + countTests(child), 0);

const short = (value: unknown): unknown => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (text === undefined || text.length <= LONGEST_VALUE) return value;
  return `${text.slice(0, LONGEST_VALUE - 1)}…`;
};
const shortTest = ([fact, operator, wanted, found, held]: JudgedTest): JudgedTest => [
  short(fact) as string,
  operator,
  short(wanted),
  short(found) as FactValue,
  held,
];

const lengthOf = (why: Why): number => whyField.text(why).length;

/**
 * Why something was made, which comes to a cell of at most 2,000 characters: a longer one keeps the deciding conditions
 * and counts the rest.
 */
export function explain(
  cause: Omit<ByTrigger, "by" | "rules" | "deciding" | "left">,
  conditions: JudgedCondition,
): Why {
  const bare = { ...cause, by: "trigger", rules: null, deciding: null, left: null } as const;
  const whole = { ...bare, rules: judgedRules(conditions) };
  if (lengthOf(whole) <= LONGEST_WHY) return whole;
  const all = countTests(conditions);
  const deciding: JudgedTest[] = [];
  let length = lengthOf({ ...bare, deciding, left: all });
  for (const test of decidingIn(conditions, true).map(judgedTest).map(shortTest)) {
    length += JSON.stringify(test).length + 1;
    if (length > LONGEST_WHY) break;
    deciding.push(test);
  }
  return { ...bare, deciding, left: all - deciding.length };
}
