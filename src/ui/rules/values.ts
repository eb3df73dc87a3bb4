import { text } from "../format/text";
import type { Facts, RuleForm, RuleItem, RuleTest, RuleValue } from "./rule-form";

type Fact = Facts["facts"][number];
type Operator = Facts["operators"][number];
type One = string | number | boolean;

/** The two other operators that every column of the team's own accepts are for text too. */
const isNumeric = ({ types }: Operator): boolean =>
  !types.includes("text") && types.includes("number");
const isFact = (value: RuleValue): value is { readonly fact: string } =>
  typeof value === "object" && "fact" in value;

/** The value of a new condition until something is typed. */
export function firstValue(fact: Fact, { wants }: Operator): RuleValue {
  if (wants === "values") return [];
  if (wants === "range") return ["", ""];
  if (wants === "days") return 30;
  return wants === "yes/no" || fact.type === "yes/no" ? true : "";
}

/** A value as its field shows it; several values are on a line each. */
export const shownValue = (value: RuleValue): string =>
  Array.isArray(value) ? value.map(shownOne).join("\n") : shownOne(value as One);
export const shownOne = (value: One | undefined): string =>
  typeof value === "number" ? text.number(value) : String(value ?? "");

/**
 * The rules with typed values parsed as their fact and operator need; what can't be parsed stays text, and the server
 * says what is wrong with it.
 */
export function readValues(form: RuleForm, facts: Facts | undefined): RuleForm {
  return form.kind === "group" ? (readItem(form, facts) as typeof form) : form;
}

function readItem(item: RuleItem, facts: Facts | undefined): RuleItem {
  if (item.kind === "group") {
    return { ...item, items: item.items.map((each) => readItem(each, facts)) };
  }
  const fact = facts?.facts.find(({ id }) => id === item.fact);
  const operator = facts?.operators.find(({ id }) => id === item.operator);
  return fact && operator ? { ...item, value: readValue(item, fact, operator) } : item;
}

function readValue({ value }: RuleTest, fact: Fact, operator: Operator): RuleValue {
  const one = (each: One): One => readOne(each, fact, operator);
  if (isFact(value)) return value;
  if (!Array.isArray(value)) return one(value as One);
  if (operator.wants === "range") return value.map(one);
  return value.filter((each) => String(each).trim() !== "").map(one);
}

function readOne(value: One, { type }: Fact, operator: Operator): One {
  if (typeof value !== "string") return value;
  const number = text.numberIn(value);
  if (number === undefined) return value;
  const isWanted = operator.wants === "days" || type === "number" || type === "money";
  // A column of the team's own may hold anything: "007" is not a number there, unless one is asked for.
  const isAny = type === "any" && (isNumeric(operator) || text.number(number) === value);
  return isWanted || isAny ? number : value;
}
