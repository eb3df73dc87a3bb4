import { findSheet } from "../base/find-sheet";
import { rangeOf } from "../base/range-of";
import { aggregates } from "./functions/aggregates";
import { dates } from "./functions/dates";
import { logic } from "./functions/logic";
import { lookups } from "./functions/lookups";
import { numeric } from "./functions/numeric";
import { texts } from "./functions/texts";
import type { Formula } from "./parse";
import { rectOf } from "./rect-of";
import type { FormulaContext, FormulaFunction } from "./values/context";
import {
  type Argument,
  compare,
  FormulaFault,
  single,
  toLogical,
  toNumber,
  toText,
  UnknownFunction,
} from "./values/values";

const functions: Readonly<Record<string, FormulaFunction>> = {
  ...numeric,
  ...aggregates,
  ...logic,
  ...lookups,
  ...texts,
  ...dates,
};

/** The names of the functions the host computes, in order. */
export const functionNames: readonly string[] = [
  ...Object.keys(functions),
  "IF",
  "IFERROR",
  "IFNA",
  "IFS",
  "SWITCH",
].sort();

/** The value of a formula. Throws FormulaFault for an error, UnknownFunction for what the host can't compute. */
export function evaluate(formula: Formula, context: FormulaContext): Argument {
  switch (formula.kind) {
    case "literal":
      return formula.value;
    case "fault":
      throw new FormulaFault(formula.fault);
    case "reference": {
      const sheet = formula.sheet === null ? context.home : findSheet(context.book, formula.sheet);
      const rect = sheet === null ? null : rectOf(formula, sheet);
      if (sheet === null || rect === null) throw new FormulaFault("#REF!");
      return context.read(sheet, rect);
    }
    case "name": {
      const range = rangeOf(context.book, context.home, formula.name);
      if (range === null) throw new FormulaFault("#NAME?");
      return context.read(range.sheet, range.rect);
    }
    case "call":
      return call(formula.name, formula.args, context);
    case "binary":
      return binary(formula.operator, formula.left, formula.right, context);
    case "unary": {
      const value = toNumber(evaluate(formula.operand, context), context.book.locale);
      return formula.operator === "%" ? value / 100 : formula.operator === "-" ? -value : value;
    }
    default:
      return formula satisfies never;
  }
}

function binary(operator: string, a: Formula, b: Formula, context: FormulaContext): Argument {
  const { locale } = context.book;
  const left = single(evaluate(a, context));
  const right = single(evaluate(b, context));
  if (operator === "&") return toText(left, locale) + toText(right, locale);
  if ("=<>".includes(operator[0] ?? "")) {
    const sign = compare(left, right);
    if (operator === "=") return sign === 0;
    if (operator === "<>") return sign !== 0;
    if (operator === "<") return sign < 0;
    if (operator === ">") return sign > 0;
    return operator === "<=" ? sign <= 0 : sign >= 0;
  }
  const [x, y] = [toNumber(left, locale), toNumber(right, locale)];
  if (operator === "/" && y === 0) throw new FormulaFault("#DIV/0!");
  const value =
    operator === "+" ? x + y : operator === "-" ? x - y : operator === "*" ? x * y : null;
  const result = value ?? (operator === "/" ? x / y : x ** y);
  if (!Number.isFinite(result)) throw new FormulaFault("#NUM!");
  return result;
}

function call(name: string, args: readonly Formula[], context: FormulaContext): Argument {
  const value = (at: number): Argument => {
    const arg = args[at];
    if (arg === undefined) throw new FormulaFault("#N/A");
    return evaluate(arg, context);
  };
  if (name === "IF") {
    if (toLogical(value(0))) return value(1);
    return args.length > 2 ? value(2) : false;
  }
  if (name === "IFS") {
    for (let at = 0; at < args.length; at += 2) if (toLogical(value(at))) return value(at + 1);
    throw new FormulaFault("#N/A");
  }
  if (name === "SWITCH") {
    const wanted = single(value(0));
    for (let at = 1; at + 1 < args.length; at += 2)
      if (compare(single(value(at)), wanted) === 0) return value(at + 1);
    return args.length % 2 === 0 ? value(args.length - 1) : { fault: "#N/A" };
  }
  if (name === "IFERROR" || name === "IFNA") {
    const tried = caught(args[0], context);
    const fails = typeof tried === "object" && tried !== null && "fault" in tried;
    if (!fails || (name === "IFNA" && tried.fault !== "#N/A")) return tried;
    return args.length > 1 ? value(1) : null;
  }
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (known === undefined) throw new UnknownFunction(name);
  const keepsFaults = name.startsWith("IS");
  return known(
    args.map((arg) => (keepsFaults ? caught(arg, context) : evaluate(arg, context))),
    context,
  );
}

function caught(formula: Formula | undefined, context: FormulaContext): Argument {
  if (formula === undefined) return null;
  try {
    const value = evaluate(formula, context);
    return typeof value === "object" &&
      value !== null &&
      "cells" in value &&
      value.cells.length === 1
      ? (value.cells[0] ?? null)
      : value;
  } catch (error) {
    if (error instanceof FormulaFault) return { fault: error.code };
    throw error;
  }
}
