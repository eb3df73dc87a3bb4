import type { FactValue } from "./conditions";
import type { JudgedCondition } from "./judge";
import type { ProgramEvent } from "./program-event";

/** A condition as it was judged: fact, operator, value wanted, value found (null: no value), whether it held. */
export type JudgedTest = readonly [string, string, unknown, FactValue, boolean];
export type JudgedRules =
  | { readonly all: readonly (JudgedRules | JudgedTest)[] }
  | { readonly any: readonly (JudgedRules | JudgedTest)[] }
  | { readonly not: JudgedRules | JudgedTest };

/** Why a reward or drip exists, as its row keeps it (REWARD-10). */
export interface Why {
  readonly event: string;
  readonly trigger: string;
  readonly version: number;
  /** The whole of the rules as judged, or, where that is too long, the deciding conditions. */
  readonly rules?: JudgedRules;
  readonly deciding?: readonly JudgedTest[];
  /** How many conditions were left out. */
  readonly left?: number;
  /** The arithmetic and the rounding. */
  readonly sum: string;
  readonly notes?: readonly string[];
}

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

/** The event in one line: "transaction created trx_9 on 2026-03-10". */
export const nameEvent = ({ kind, key, on }: ProgramEvent): string => `${kind} ${key} on ${on}`;

/**
 * Why something was made, as JSON of at most 2,000 characters: a longer one keeps the deciding conditions and
 * counts the rest. `sum` and `notes` are plain sentences.
 */
export function explain(
  facts: Pick<Why, "event" | "trigger" | "version" | "sum"> & { readonly notes: readonly string[] },
  conditions: JudgedCondition,
): string {
  const { sum, notes, ...cause } = facts;
  const end = { sum, ...(notes.length > 0 ? { notes } : {}) };
  const whole = JSON.stringify({ ...cause, rules: judgedRules(conditions), ...end });
  if (whole.length <= LONGEST_WHY) return whole;
  const all = countTests(conditions);
  const brief = { ...cause, event: short(cause.event), trigger: short(cause.trigger) };
  const deciding: JudgedTest[] = [];
  let length = JSON.stringify({ ...brief, deciding, left: all, ...end }).length;
  for (const test of decidingIn(conditions, true).map(judgedTest).map(shortTest)) {
    length += JSON.stringify(test).length + 1;
    if (length > LONGEST_WHY) break;
    deciding.push(test);
  }
  return JSON.stringify({ ...brief, deciding, left: all - deciding.length, ...end });
}
