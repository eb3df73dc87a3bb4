import type { DataValidation, DataValidationOperator } from "exceljs";
import type { Cell, ValidationRule } from "../../workbook";

/** Excel's operators and the words Apps Script's criteria end in. */
const operators = [
  ["between", "BETWEEN", "BETWEEN"],
  ["notBetween", "NOT_BETWEEN", "NOT_BETWEEN"],
  ["equal", "EQUAL_TO", "EQUAL_TO"],
  ["notEqual", "NOT_EQUAL_TO", "NOT_EQUAL_TO"],
  ["greaterThan", "GREATER_THAN", "AFTER"],
  ["greaterThanOrEqual", "GREATER_THAN_OR_EQUAL_TO", "ON_OR_AFTER"],
  ["lessThan", "LESS_THAN", "BEFORE"],
  ["lessThanOrEqual", "LESS_THAN_OR_EQUAL_TO", "ON_OR_BEFORE"],
] as const satisfies readonly (readonly [DataValidationOperator, string, string])[];

const day = 86_400_000;
const origin = Date.UTC(1899, 11, 30);
/** Excel refuses longer lists, and splits them at each comma. */
const longestList = 255;

/** The .xlsx validation of a rule; null if the format has none for it (a list with commas, checkboxes, texts). */
export function toXlsxRule(rule: ValidationRule): DataValidation | null {
  const known = criteriaOf(rule);
  if (known === null) return null;
  return {
    ...known,
    allowBlank: true,
    showErrorMessage: !rule.allowInvalid,
    ...(rule.help === null ? {} : { showInputMessage: true, prompt: rule.help }),
  };
}

function criteriaOf({ criteria, values }: ValidationRule): DataValidation | null {
  const [first] = values;
  if (criteria === "VALUE_IN_LIST") {
    const list = (Array.isArray(first) ? (first as readonly Cell[]) : values).map(String);
    const text = list.join(",");
    const fits = text.length <= longestList && !list.some((one) => /[,"]/.test(one));
    return fits ? { type: "list", formulae: [`"${text}"`] } : null;
  }
  if (criteria === "VALUE_IN_RANGE")
    return { type: "list", formulae: [String(first).replace(/^=/, "")] };
  if (criteria === "CUSTOM_FORMULA")
    return { type: "custom", formulae: [String(first).replace(/^=/, "")] };
  const [kind, ...words] = criteria.split("_");
  const word = words.join("_");
  const column = kind === "NUMBER" ? 1 : 2;
  const operator = operators.find((names) => names[column] === word)?.[0];
  if (operator === undefined || (kind !== "NUMBER" && kind !== "DATE")) return null;
  if (kind === "NUMBER") return { type: "decimal", operator, formulae: values.map(Number) };
  const dates = values.map((serial) => new Date(origin + Number(serial) * day));
  return { type: "date", operator, formulae: dates };
}

/** The rule of an .xlsx validation; null for a kind that Sheets lacks (text length, "any"). */
export function fromXlsxRule(validation: DataValidation): ValidationRule | null {
  const {
    type,
    formulae = [],
    operator = "between",
    showErrorMessage,
    errorStyle,
    prompt,
  } = validation;
  const rest = {
    allowInvalid: !showErrorMessage || (errorStyle !== undefined && errorStyle !== "stop"),
    help: prompt ?? null,
  };
  const [first] = formulae as readonly unknown[];
  if (type === "list") {
    const list = /^"(.*)"$/s.exec(String(first))?.[1];
    return list === undefined
      ? { criteria: "VALUE_IN_RANGE", values: [String(first), true], ...rest }
      : { criteria: "VALUE_IN_LIST", values: [list.split(","), true], ...rest };
  }
  if (type === "custom")
    return { criteria: "CUSTOM_FORMULA", values: [`=${String(first)}`], ...rest };
  const names = operators.find(([name]) => name === operator);
  if (names === undefined || type === "textLength") return null;
  if (type === "date") {
    const values = (formulae as readonly unknown[]).map((value) =>
      value instanceof Date ? (value.getTime() - origin) / day : Number(value),
    );
    return { criteria: `DATE_${names[2]}`, values, ...rest };
  }
  if (type !== "decimal" && type !== "whole") return null;
  return {
    criteria: `NUMBER_${names[1]}`,
    values: (formulae as readonly unknown[]).map(Number),
    ...rest,
  };
}
