import type { EventKind } from "../kernel/vocabulary";
import { type Condition, isFactReference, isTest, type Test } from "./conditions";
import { operatorOf } from "./operators";

/** What happens, after "when": "a transaction is created". */
export const eventInWords: Readonly<Record<EventKind, string>> = {
  "customer created": "a customer is created",
  "transaction created": "a transaction is created",
  "action recorded": "an action is recorded",
  "partner joined or changed group": "a partner joins or changes group",
};

/** Conditions in plain words: "transaction Amount is at least 100 and (…)"; "always" where there are none. */
export function rulesInWords(condition: Condition): string {
  if (isTest(condition)) return testInWords(condition);
  if ("not" in condition) return `not (${rulesInWords(condition.not)})`;
  const [word, parts] = "all" in condition ? ["and", condition.all] : ["or", condition.any];
  if (parts.length === 0) return "always";
  const inside = parts.map((each) =>
    isTest(each) || "not" in each || parts.length === 1
      ? rulesInWords(each)
      : `(${rulesInWords(each)})`,
  );
  return inside.join(` ${word} `);
}

/** A fact as sentences name it: `customer.Plan` → "customer Plan". */
const factInWords = (id: string): string => id.replace(".", " ");

function testInWords({ fact, operator, value }: Test): string {
  const { label, wants } = operatorOf(operator) ?? { label: operator, wants: "value" };
  const is = (text: string) => `${factInWords(fact)} ${text}`;
  if (wants === "yes/no") return is(value === true ? label : label.replace("is", "is not"));
  if (wants === "days") return is(label.replace("days", `${value} days`));
  if (isFactReference(value)) return is(`${label} ${factInWords(value.fact)}`);
  return is(`${label} ${Array.isArray(value) ? listed(value, wants) : valueInWords(value)}`);
}

const listed = (values: readonly unknown[], wants: string): string =>
  values.map(valueInWords).join(wants === "range" ? " and " : " or ");
const valueInWords = (value: unknown): string => {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" && !/^\d{4}-\d\d-\d\d$/.test(value) ? `“${value}”` : `${value}`;
};
