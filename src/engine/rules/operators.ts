import { addDays, type Day, parseDay } from "../kernel/day";
import { type FieldContext, numberField, yesNoField } from "../kernel/fields";
import { numberToDecimal } from "../kernel/money";
import { type FactValue, isUnknown, type Unknown } from "./conditions";

/** A fact's type; `any` is a column of the team's own, whose cells may hold whatever they like. */
const factTypes = ["text", "number", "money", "date", "yes/no", "list", "any"] as const;
export type FactType = (typeof factTypes)[number];

/** What an operator is given beside a fact: one value, several, the two ends of a range, or a number of days. */
type Wants = "value" | "values" | "range" | "days" | "yes/no";

/** What an evaluation may depend on beside its two values. */
export interface At {
  /** The event's date: the last n days are counted from it (FACT-11). */
  readonly on: Day;
  readonly context: FieldContext;
}
export interface Operator {
  readonly label: string;
  readonly types: readonly FactType[];
  readonly wants: Wants;
  /** The one type that it can hold against, whatever a column of the team's own may contain (CELL-3). */
  readonly takes?: FactType;
  /** True and false only; never throws. `found` is never null, save for an operator that asks for just that. */
  readonly evaluate: (found: Found, wanted: unknown, at: At) => boolean;
  readonly takesNoValue?: true;
}
type Found = Exclude<FactValue, Unknown | null>;

const scalars = ["text", "number", "money", "date", "yes/no", "any"] as const;
const numbers = ["number", "money", "any"] as const;
const dates = ["date", "any"] as const;
const text = { takes: "text" } as const;

/** Reads what was found as the type that is wanted, so that a column's "10" is 10 (E40); undefined where it is none. */
function like(found: Found, wanted: unknown, { context }: At): unknown {
  if (typeof found === typeof wanted) return found;
  if (typeof wanted === "number" && typeof found === "string") {
    const parsed = numberField.parse(found, context);
    return parsed.ok ? parsed.value : undefined;
  }
  if (typeof wanted === "boolean" && typeof found === "string") {
    const parsed = yesNoField.parse(found, context);
    return parsed.ok ? parsed.value : undefined;
  }
  if (typeof wanted === "string" && typeof found === "number") return numberToDecimal(found);
  if (typeof wanted === "string" && typeof found === "boolean") return found ? "yes" : "no";
  return undefined;
}

/** A ticked checkbox is "yes", "TRUE" and "true" in a rule, an unticked one "no", "FALSE" and "false" (CELL-3). */
const same = (found: Found, wanted: unknown, at: At): boolean => {
  if (typeof found !== "boolean" || typeof wanted !== "string") {
    return like(found, wanted, at) === (typeof wanted === "string" ? wanted.trim() : wanted);
  }
  const box = yesNoField.parse(wanted, at.context);
  return box.ok && box.value === found;
};
const among = (found: Found, wanted: unknown, at: At): boolean =>
  Array.isArray(wanted) && wanted.some((each) => same(found, each, at));

const isDay = (value: unknown): value is Day =>
  typeof value === "string" && value.length === 10 && parseDay(value) !== undefined;

const includes = (found: Found, wanted: unknown, at: At): boolean =>
  Array.isArray(found)
    ? found.some((each: string) => same(each, wanted, at))
    : typeof wanted === "string" && String(like(found as string, wanted, at)).includes(wanted);

const between: Operator["evaluate"] = (found, wanted, at) => {
  const [low, high] = Array.isArray(wanted) ? wanted : [];
  if (isDay(low)) return isDay(found) && isDay(high) && found >= low && found <= high;
  const value = like(found, low, at);
  return (
    typeof value === "number" &&
    typeof low === "number" &&
    typeof high === "number" &&
    value >= low &&
    value <= high
  );
};

const withinLastDays: Operator["evaluate"] = (found, wanted, { on }) =>
  isDay(found) && typeof wanted === "number" && found <= on && found >= addDays(on, -wanted);

/** An operator over one of the usual kinds of facts. */
const operator = (
  label: string,
  types: readonly FactType[],
  wants: Wants,
  evaluate: Operator["evaluate"],
  takes: Pick<Operator, "takes"> = {},
): Operator => ({ label, types, wants, evaluate, ...takes });
const ofNumbers = (label: string, holds: (found: number, wanted: number) => boolean): Operator =>
  operator(
    label,
    numbers,
    "value",
    (found, wanted, at) => {
      const value = like(found, wanted, at);
      return typeof value === "number" && typeof wanted === "number" && holds(value, wanted);
    },
    { takes: "number" },
  );
const ofDays = (label: string, holds: (found: Day, wanted: Day) => boolean): Operator =>
  operator(
    label,
    dates,
    "value",
    (found, wanted) => isDay(found) && isDay(wanted) && holds(found, wanted),
    { takes: "date" },
  );

/**
 * Every operator of rules, json-rules-engine's own among them under its own names (FACT-11). They stand
 * in for the library's, whose `notEqual` and `notIn` hold on a missing fact.
 */
export const operators = {
  equal: operator("is", scalars, "value", same),
  notEqual: operator("is not", scalars, "value", (...given) => !same(...given)),
  in: operator("is one of", scalars, "values", among),
  notIn: operator("is none of", scalars, "values", (...given) => !among(...given)),
  contains: operator("contains", ["text", "list", "any"], "value", includes, text),
  doesNotContain: operator(
    "does not contain",
    ["text", "list", "any"],
    "value",
    (...given) => !includes(...given),
    text,
  ),
  startsWith: operator(
    "starts with",
    ["text", "any"],
    "value",
    (found, wanted, at) =>
      typeof wanted === "string" && String(like(found, wanted, at)).startsWith(wanted.trimStart()),
    text,
  ),
  lessThan: ofNumbers("is less than", (a, b) => a < b),
  lessThanInclusive: ofNumbers("is at most", (a, b) => a <= b),
  greaterThan: ofNumbers("is more than", (a, b) => a > b),
  greaterThanInclusive: ofNumbers("is at least", (a, b) => a >= b),
  between: operator("is between", ["number", "money", "date", "any"], "range", between),
  before: ofDays("is before", (a, b) => a < b),
  after: ofDays("is after", (a, b) => a > b),
  withinLastDays: operator("is within the last days", dates, "days", withinLastDays),
  isBlank: {
    label: "is blank",
    types: factTypes,
    wants: "yes/no",
    takesNoValue: true,
    evaluate: (found, wanted) => isNothing(found) === wanted,
  },
} as const satisfies Readonly<Record<string, Operator>>;

export type OperatorId = keyof typeof operators;
export const operatorIds = Object.keys(operators) as readonly OperatorId[];

const byId: ReadonlyMap<string, Operator> = new Map(Object.entries(operators));
/** The operator with this id, or undefined. */
export const operatorOf = (id: string): Operator | undefined => byId.get(id);

const isNothing = (value: unknown): boolean => value === null || value === undefined;

/**
 * Whether a fact's value passes. A fact with no value passes nothing but *is blank* (FACT-12); an unknown one passes nothing
 * at all, and whoever asks for its contrary asks for the outlook first (CELL-2).
 */
export function passes(operator: Operator, found: FactValue, wanted: unknown, at: At): boolean {
  if (isUnknown(found) || isUnknown(wanted)) return false;
  if (!operator.takesNoValue && (isNothing(found) || isNothing(wanted))) return false;
  return operator.evaluate(found as Found, wanted, at);
}
