import { brief, type Sentence } from "../kernel/message";
import type { JudgedRules, JudgedTest } from "../tables/packed/why";
import { type Condition, isFactReference, isTest } from "./conditions";
import type { Catalogue } from "./facts";
import type { FactsAt } from "./judge";
import { holds } from "./missing";
import { foundInWords, rulesInWords } from "./words";

/** One line of judged rules: a group, or a condition with the value found and where it comes from. */
export interface RuleLine {
  /** How deep it is nested; 0 for the outermost. */
  readonly depth: number;
  readonly text: Sentence;
  /** "no value" where there is none; null for a group. */
  readonly found: Sentence | null;
  /** The column or how it is calculated; "" for a group. */
  readonly source: string;
  readonly holds: boolean;
}

/** The rules with every condition judged on these facts, none left out. */
export function judgedTree(condition: Condition, facts: FactsAt): JudgedRules | JudgedTest {
  if (isTest(condition)) {
    const { fact, operator, value } = condition;
    return [fact, operator, value, facts.valueOf(fact), holds(condition, facts)];
  }
  const inside = (inner: Condition) => judgedTree(inner, facts);
  if ("all" in condition) return { all: condition.all.map(inside) };
  if ("any" in condition) return { any: condition.any.map(inside) };
  return { not: inside(condition.not) };
}

const isJudgedTest = (node: JudgedRules | JudgedTest): node is JudgedTest => Array.isArray(node);

/** Judged rules as lines to show, outermost first. */
export function ruleLines(
  node: JudgedRules | JudgedTest,
  catalogue: Catalogue,
  depth = 0,
): readonly RuleLine[] {
  if (isJudgedTest(node)) return [testLine(node, catalogue, depth)];
  const children = "all" in node ? node.all : "any" in node ? node.any : [node.not];
  const lists = children.map((child) => ruleLines(child, catalogue, depth + 1));
  const held = lists.map(([first]) => first?.holds === true);
  const [text, outcome] =
    "all" in node
      ? (["all of", !held.includes(false)] as const)
      : "any" in node
        ? (["any of", held.includes(true)] as const)
        : (["not", !held.includes(true)] as const);
  // "All of" nothing is no rule at all.
  if (lists.length === 0) return [];
  return [{ depth, text, found: null, source: "", holds: outcome }, ...lists.flat()];
}

function testLine(
  [fact, operator, value, found, held]: JudgedTest,
  catalogue: Catalogue,
  depth: number,
): RuleLine {
  const known = catalogue.get(fact);
  const { label = fact, computed = false, from = "" } = known ?? {};
  const of = isFactReference(value) ? `, and ${value.fact}` : "";
  return {
    depth,
    text: brief(rulesInWords({ fact, operator, value: value as string }), 200),
    found: foundInWords(found),
    source: `${computed ? `worked out: ${label}` : `column “${label}” of the ${from}`}${of}`,
    holds: held,
  };
}
