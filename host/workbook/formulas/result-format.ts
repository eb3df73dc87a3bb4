import { isDateFormat } from "numfmt";
import { findSheet } from "../base/find-sheet";
import { localeRules } from "../formats/locale-rules";
import type { Formula } from "./parse";
import { rectOf } from "./rect-of";
import type { FormulaContext } from "./values/context";

const dayFunctions = ["TODAY", "DATE", "EOMONTH", "EDATE", "DATEVALUE"];
const passing = ["MIN", "MAX", "MINIFS", "MAXIFS", "IFERROR", "INDEX", "LARGE", "SMALL"];

/** The format an automatic cell takes on from its formula: that of a date when the formula gives one; "" otherwise. */
export function resultFormat(formula: Formula, context: FormulaContext): string {
  const { dateFormat } = localeRules(context.book.locale);
  if (formula.kind === "reference") return formatOfReference(formula, context);
  if (formula.kind === "binary" && (formula.operator === "+" || formula.operator === "-")) {
    const left = resultFormat(formula.left, context);
    const right = resultFormat(formula.right, context);
    if (formula.operator === "-") return right === "" ? left : "";
    return left || right;
  }
  if (formula.kind !== "call") return "";
  if (dayFunctions.includes(formula.name)) return dateFormat;
  if (formula.name === "NOW") return `${dateFormat} h:mm:ss`;
  if (formula.name === "IF") return formula.args[1] ? resultFormat(formula.args[1], context) : "";
  const [first] = formula.args;
  return passing.includes(formula.name) && first ? resultFormat(first, context) : "";
}

/** The date format of the last row a range has: the first may be a header. */
function formatOfReference(
  formula: Extract<Formula, { kind: "reference" }>,
  { book, home }: FormulaContext,
): string {
  const sheet = formula.sheet === null ? home : findSheet(book, formula.sheet);
  const rect = sheet === null ? null : rectOf(formula, sheet);
  if (sheet === null || rect === null) return "";
  const last = Math.min(sheet.rows.length, rect.row + rect.rows - 1);
  const format = sheet.rows[last - 1]?.look.formats[rect.column - 1] ?? "";
  return isDateFormat(format) ? format : "";
}
