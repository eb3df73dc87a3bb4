import { coerceText } from "../../coercion/coerce-text";
import type { FormulaContext } from "./context";
import { type Argument, compare, isFault, type Scalar, single } from "./values";

const comparison = /^(<>|<=|>=|<|>|=)(.*)$/s;

/** The test of a SUMIF or COUNTIF criterion: ">5", "<>paid", "a*", or a value to equal. */
export function criterion(given: Argument, context: FormulaContext): (cell: Scalar) => boolean {
  const wanted = single(given);
  if (typeof wanted !== "string") return (cell) => !isFault(cell) && equal(cell, wanted ?? "");
  const [, operator = "=", text = ""] = comparison.exec(wanted) ?? [null, "=", wanted];
  const operand = operandOf(text, context);
  if (operator === "=") return (cell) => matches(cell, operand);
  if (operator === "<>") return (cell) => !matches(cell, operand);
  return (cell) => {
    if (cell === null || isFault(cell) || typeof cell !== typeof operand) return false;
    const sign = compare(cell, operand);
    if (operator === "<") return sign < 0;
    if (operator === ">") return sign > 0;
    return operator === "<=" ? sign <= 0 : sign >= 0;
  };
}

function operandOf(text: string, { book, today }: FormulaContext): number | string | boolean {
  const coerced = coerceText(text, "", "person", { locale: book.locale, today: () => today });
  return coerced.kind === "value" ? coerced.value : text;
}

function matches(cell: Scalar, operand: number | string | boolean): boolean {
  if (isFault(cell)) return false;
  if (typeof operand !== "string" || operand === "") return equal(cell, operand);
  return typeof cell === "string" && wildcard(operand).test(cell);
}

function equal(
  cell: Exclude<Scalar, { fault: unknown }>,
  wanted: number | string | boolean,
): boolean {
  if (cell === null) return wanted === "";
  return typeof cell === typeof wanted && compare(cell, wanted) === 0;
}

const known = new Map<string, RegExp>();

/** "*" stands for any text, "?" for one character, "~" escapes a mark. */
function wildcard(text: string): RegExp {
  let pattern = known.get(text);
  if (pattern === undefined) {
    const source = text.replace(/~([*?~])|([*?])|([\\^$.|+()[\]{}])/g, (_, kept, mark, special) => {
      if (kept !== undefined) return `\\${kept}`;
      return mark === undefined ? `\\${special}` : mark === "*" ? ".*" : ".";
    });
    pattern = new RegExp(`^${source}$`, "is");
    if (known.size > 1000) known.clear();
    known.set(text, pattern);
  }
  return pattern;
}
