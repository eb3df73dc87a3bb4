import { parseReference, type Reference } from "./rewrite-references";
import { type Token, tokenize } from "./tokenize";
import { type FaultCode, FormulaFault } from "./values/values";

/** A formula as a tree. */
export type Formula =
  | { readonly kind: "literal"; readonly value: number | string | boolean | null }
  | { readonly kind: "fault"; readonly fault: FaultCode }
  | ({ readonly kind: "reference" } & Reference)
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Formula[] }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: "unary"; readonly operator: "-" | "+" | "%"; readonly operand: Formula };

/** From loosest to tightest. */
const levels = [["=", "<>", "<", ">", "<=", ">="], ["&"], ["+", "-"], ["*", "/"], ["^"]] as const;

/** The tree of a formula text ("=SUM(A:A)"); throws #ERROR! if it is not a formula. */
export function parseFormula(text: string, decimal: string): Formula {
  const reader = readerOf(tokenize(text.slice(1), decimal));
  const formula = binary(reader, 0);
  if (reader.peek() !== null) throw new FormulaFault("#ERROR!");
  return formula;
}

type Reader = {
  readonly peek: () => Token | null;
  readonly next: () => Token;
  /** Takes the operator if it comes next. */
  readonly take: (...operators: readonly string[]) => string | null;
};

function readerOf(tokens: readonly Token[]): Reader {
  let at = 0;
  const peek = () => tokens[at] ?? null;
  return {
    peek,
    next: () => {
      const token = peek();
      if (token === null) throw new FormulaFault("#ERROR!");
      at += 1;
      return token;
    },
    take: (...operators) => {
      const token = peek();
      if (token?.kind !== "operator" || !operators.includes(token.text)) return null;
      at += 1;
      return token.text;
    },
  };
}

function binary(reader: Reader, level: number): Formula {
  const operators = levels[level];
  if (operators === undefined) return unary(reader);
  let left = binary(reader, level + 1);
  for (;;) {
    const operator = reader.take(...operators);
    if (operator === null) return left;
    left = { kind: "binary", operator, left, right: binary(reader, level + 1) };
  }
}

function unary(reader: Reader): Formula {
  const sign = reader.take("-", "+");
  if (sign === "-" || sign === "+")
    return { kind: "unary", operator: sign, operand: unary(reader) };
  let operand = primary(reader);
  while (reader.take("%") !== null) operand = { kind: "unary", operator: "%", operand };
  return operand;
}

function primary(reader: Reader): Formula {
  const token = reader.next();
  switch (token.kind) {
    case "number":
      return { kind: "literal", value: Number(token.text) };
    case "text":
      return { kind: "literal", value: token.text };
    case "fault":
      return { kind: "fault", fault: token.text as FaultCode };
    case "reference":
      return { kind: "reference", ...parseReference(token.prefix, token.text) };
    case "name":
      return named(reader, token.text);
    case "operator": {
      if (token.text !== "(") throw new FormulaFault("#ERROR!");
      const inner = binary(reader, 0);
      if (reader.take(")") === null) throw new FormulaFault("#ERROR!");
      return inner;
    }
    default:
      return token.kind satisfies never;
  }
}

function named(reader: Reader, name: string): Formula {
  const upper = name.toUpperCase();
  if (reader.take("(") !== null) return { kind: "call", name: upper, args: argumentsOf(reader) };
  if (upper === "TRUE" || upper === "FALSE") return { kind: "literal", value: upper === "TRUE" };
  return { kind: "name", name };
}

function argumentsOf(reader: Reader): Formula[] {
  const args: Formula[] = [];
  if (reader.take(")") !== null) return args;
  for (;;) {
    const next = reader.peek();
    const isLeftOut = next?.kind === "operator" && [",", ";", ")"].includes(next.text);
    args.push(isLeftOut ? { kind: "literal", value: null } : binary(reader, 0));
    if (reader.take(",", ";") !== null) continue;
    if (reader.take(")") === null) throw new FormulaFault("#ERROR!");
    return args;
  }
}
