import { plainText } from "../kernel/cells";
import { parseDay } from "../kernel/day";
import { nearestName } from "../kernel/nearest-name";
import { isFactReference } from "./conditions";
import type { Catalogue, Fact } from "./facts";
import type { FactType, Operator } from "./operators";

/** Why a value can't stand beside this fact and operator, as a sentence; undefined where it can. */
export function checkValue(
  fact: Fact,
  operator: Operator,
  value: unknown,
  known: Catalogue,
): string | undefined {
  if (isFactReference(value)) return checkReference(fact, operator, value, known);
  switch (operator.wants) {
    case "value":
      return (
        checkOne(typeFor(fact, operator), value) ??
        (operator.takes === undefined ? checkSpelling(fact, value) : undefined)
      );
    case "values":
      if (!Array.isArray(value) || value.length === 0) return "needs a list of values";
      return firstOf(value.map((each) => checkOne(fact.type, each) ?? checkSpelling(fact, each)));
    case "range":
      return checkRange(fact.type, value);
    case "days":
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 36_500
        ? undefined
        : "needs a whole number of days";
    case "yes/no":
      return typeof value === "boolean" ? undefined : "needs true or false";
    default:
      return operator.wants satisfies never;
  }
}

/** A column of the team's own may contain anything, but its operator can only hold against one type (CELL-3). */
const typeFor = ({ type }: Fact, { takes }: Operator): FactType =>
  ((type === "any" || type === "list") && takes) || type;

const firstOf = (complaints: readonly (string | undefined)[]): string | undefined =>
  complaints.find((each) => each !== undefined);

const isDay = (value: unknown): boolean =>
  typeof value === "string" && parseDay(value) !== undefined;

function checkOne(type: FactType, value: unknown): string | undefined {
  if (typeof value === "string" && plainText(value) === "") {
    return "has an empty text, which no cell holds; use “isBlank”";
  }
  switch (type) {
    case "text":
      return typeof value === "string" ? undefined : "needs a text in quotes";
    case "number":
    case "money":
      if (Number.isFinite(value)) return undefined;
      return isDay(value)
        ? "needs a number; for a date use “before” or “after”"
        : "needs a number without quotes";
    case "date":
      return isDay(value) ? undefined : "needs a date such as “2026-03-31”";
    case "yes/no":
      return typeof value === "boolean" ? undefined : "needs true or false";
    case "list":
    case "any":
      return ["string", "number", "boolean"].includes(typeof value)
        ? undefined
        : "needs a text, a number, or true or false";
    default:
      return type satisfies never;
  }
}

/** A word that its column never says, so that no “is” holds, and each “is not” (CELL-3). */
function checkSpelling({ spelling }: Fact, word: unknown): string | undefined {
  const read = spelling?.(String(word));
  if (!read || (read.ok && read.value === word)) return undefined;
  return read.ok ? `must say “${read.value}”` : `can never hold: ${read.message.slice(0, -1)}`;
}

function checkRange(type: FactType, value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length !== 2) return "needs two values, from and to";
  const wrong = firstOf(value.map((each) => checkOne(type, each)));
  if (wrong !== undefined) return wrong;
  const [low, high] = value as [number | string, number | string];
  if (type === "any" && !(value.every(Number.isFinite) || value.every(isDay))) {
    return "needs two numbers or two dates";
  }
  return low <= high ? undefined : `has an impossible range: ${low} is after ${high}`;
}

function checkReference(
  fact: Fact,
  operator: Operator,
  reference: { readonly fact: string },
  known: Catalogue,
): string | undefined {
  if (operator.wants !== "value") return "can't be compared with another fact";
  if (Object.keys(reference).length > 1) return "may only name a fact to compare with";
  const other = known.get(reference.fact);
  if (!other) return unknownFact(reference.fact, known);
  const type = typeFor(fact, operator);
  const alike = type === other.type || type === "any" || other.type === "any";
  const numeric = [type, other.type].every((type) => type === "number" || type === "money");
  return alike || numeric
    ? undefined
    : `can't be compared with “${other.id}”, which is of another type (${other.type})`;
}

/** The refusal of a fact that there is not, with the nearest known name. */
export function unknownFact(id: string, known: Catalogue): string {
  const nearest = nearestName(id, [...known.keys()]);
  return `asks for “${id}”, which is not known here${nearest ? `; did you mean “${nearest}”` : ""}`;
}
