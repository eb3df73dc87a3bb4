import { clip } from "../kernel/cells";
import { parseDay } from "../kernel/day";
import type { Sentence } from "../kernel/message";
import { listed, say } from "../kernel/say";
import type { EventKind } from "../kernel/vocabulary";
import {
  type Condition,
  type FactValue,
  isFactReference,
  isTest,
  isUnknown,
  type Test,
} from "./conditions";
import type { Catalogue } from "./facts";
import { operatorOf } from "./operators";

/** What happens, after "when": "a transaction is created". */
export const eventInWords: Readonly<Record<EventKind, string>> = {
  "customer created": "a customer is created",
  "transaction created": "a transaction is created",
  "action recorded": "an action is recorded",
  "partner joined or changed group": "a partner joins or changes group",
};

/** Conditions in plain words: "transaction Amount is at least 100 and (…)"; "always" where there are none. */
export function rulesInWords(condition: Condition): Sentence {
  if (isTest(condition)) return testInWords(condition);
  if ("not" in condition) return say`not (${rulesInWords(condition.not)})`;
  const [word, parts] = "all" in condition ? ["and", condition.all] : ["or", condition.any];
  if (parts.length === 0) return "always";
  const inside = parts.map((each) =>
    isTest(each) || "not" in each || parts.length === 1
      ? rulesInWords(each)
      : say`(${rulesInWords(each)})`,
  );
  return say`${listed(inside, ` ${word} `)}`;
}
/** A fact as sentences name it: `customer.Plan` → "customer Plan". */
const factInWords = (id: string): string => id.replace(".", " ");

/** A condition as the form of triggers has it: a column by its record and header, other facts by their labels. */
export const testInForm = (test: Test, catalogue: Catalogue): Sentence =>
  testInWords(test, (id) => {
    const known = catalogue.get(id);
    return known?.computed ? known.label : factInWords(id);
  });

function testInWords({ fact, operator, value }: Test, nameOf = factInWords): Sentence {
  const { label, wants } = operatorOf(operator) ?? { label: operator, wants: "value" };
  const name = nameOf(fact);
  if (wants === "yes/no")
    return `${name} ${value === true ? label : label.replace("is", "is not")}`;
  if (wants === "days") return `${name} ${label.replace("days", `${value} days`)}`;
  if (isFactReference(value)) return `${name} ${label} ${nameOf(value.fact)}`;
  const wanted = Array.isArray(value)
    ? listed(value.map(valueInWords), wants === "range" ? " and " : " or ")
    : valueInWords(value);
  return say`${name} ${label} ${wanted}`;
}

/** A value of a rule or of a row: a day in the reader's locale, text in quotes. */
function valueInWords(value: unknown): Sentence {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "string") return String(value);
  const day = parseDay(value);
  return day ? say`${{ day }}` : `“${value}”`;
}

/** A value that was found. */
export function foundInWords(found: FactValue): Sentence {
  if (found === null) return "no value";
  if (isUnknown(found)) return `${found.error}, an error`;
  const day = typeof found === "string" ? parseDay(found) : undefined;
  return day ? say`${{ day }}` : clip(String(found));
}
