import { isJson } from "../tables/packed/shape";

/** What a cell says that shows an error value, such as `#N/A`: neither a value nor blank (CELL-2). */
export interface Unknown {
  readonly error: string;
}
/** A fact's value at an event; null where it has none. Days are `YYYY-MM-DD`, money is in major units. */
export type FactValue = string | number | boolean | readonly string[] | Unknown | null;

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === "object" && value !== null && "error" in value;

/** What a condition holds a fact against: a value, a list or range of them, or another fact. */
type Wanted =
  | string
  | number
  | boolean
  | readonly (string | number | boolean)[]
  | { readonly fact: string };

/** `name` and `priority` are json-rules-engine's, kept as they are. */
export interface Named {
  readonly name?: string;
  readonly priority?: number;
}
/** One condition on one fact. */
export interface Test extends Named {
  readonly fact: string;
  readonly operator: string;
  readonly value: Wanted;
}
export interface AllOf extends Named {
  readonly all: readonly Condition[];
}
interface AnyOf extends Named {
  readonly any: readonly Condition[];
}
interface Not extends Named {
  readonly not: Condition;
}
/** Conditions as json-rules-engine takes them, nested at will (FACT-14). */
export type Group = AllOf | AnyOf | Not;
export type Condition = Group | Test;

/** The rules of a trigger without any: always. */
export const always: AllOf = { all: [] };

export const isTest = (condition: Condition): condition is Test => "fact" in condition;

/** The conditions directly inside a group. */
function childrenOf(group: Group): readonly Condition[] {
  if ("all" in group) return group.all;
  return "any" in group ? group.any : [group.not];
}

/** Every test in the conditions, in the order written. */
export function testsIn(condition: Condition): readonly Test[] {
  return isTest(condition) ? [condition] : childrenOf(condition).flatMap(testsIn);
}

/** Whether a value names another fact. */
export const isFactReference = (value: unknown): value is { readonly fact: string } =>
  isJson(value) && "fact" in value;

/** The ids of the facts that the conditions ask for. */
export function factsIn(condition: Condition): readonly string[] {
  const ids = testsIn(condition).flatMap(({ fact, value }) =>
    isFactReference(value) ? [fact, value.fact] : [fact],
  );
  return [...new Set(ids)];
}
