import { displayValue } from "../../formats/display-value";
import type { FormulaFunction } from "../values/context";
import { FormulaFault, flat, single, toLogical, toNumber, toText } from "../values/values";

/** Functions over texts. */
export const texts = {
  CONCATENATE: (args, { book }) =>
    flat(args)
      .map((one) => toText(one, book.locale))
      .join(""),
  CONCAT: (args, { book }) =>
    flat(args)
      .map((one) => toText(one, book.locale))
      .join(""),
  JOIN: ([mark, ...args], { book }) =>
    flat(args)
      .map((one) => toText(one, book.locale))
      .join(toText(mark, book.locale)),
  TEXTJOIN: ([mark, skipEmpty, ...args], { book }) =>
    flat(args)
      .map((one) => toText(one, book.locale))
      .filter((text) => text !== "" || !toLogical(skipEmpty))
      .join(toText(mark, book.locale)),
  LEFT: ([text, count = 1], { book }) =>
    toText(text, book.locale).slice(0, length(toNumber(count, book.locale))),
  RIGHT: ([text, count = 1], { book }) => {
    const whole = toText(text, book.locale);
    return whole.slice(Math.max(0, whole.length - length(toNumber(count, book.locale))));
  },
  MID: ([text, start, count], { book }) => {
    const from = toNumber(start, book.locale) - 1;
    if (from < 0) throw new FormulaFault("#VALUE!");
    return toText(text, book.locale).slice(from, from + length(toNumber(count, book.locale)));
  },
  LEN: ([text], { book }) => toText(text, book.locale).length,
  TRIM: ([text], { book }) => toText(text, book.locale).trim().replace(/ +/g, " "),
  UPPER: ([text], { book }) => toText(text, book.locale).toUpperCase(),
  LOWER: ([text], { book }) => toText(text, book.locale).toLowerCase(),
  EXACT: ([a, b], { book }) => toText(a, book.locale) === toText(b, book.locale),
  REPT: ([text, count], { book }) =>
    toText(text, book.locale).repeat(length(toNumber(count, book.locale))),
  SUBSTITUTE: ([text, from, to, nth], { book }) => {
    const parts = toText(text, book.locale).split(toText(from, book.locale) || "\0");
    const by = toText(to, book.locale);
    if (nth === undefined) return parts.join(by);
    const at = toNumber(nth, book.locale);
    return parts.reduce(
      (all, part, index) => `${all}${index === at ? by : toText(from, book.locale)}${part}`,
    );
  },
  FIND: ([what, text, start = 1], { book }) =>
    place(toText(text, book.locale), toText(what, book.locale), toNumber(start, book.locale)),
  SEARCH: ([what, text, start = 1], { book }) =>
    place(
      toText(text, book.locale).toLowerCase(),
      toText(what, book.locale).toLowerCase(),
      toNumber(start, book.locale),
    ),
  VALUE: ([text], { book }) => toNumber(text, book.locale),
  N: ([value]) => {
    const one = single(value);
    return typeof one === "number" || typeof one === "boolean" ? Number(one) : 0;
  },
  T: ([value]) => {
    const one = single(value);
    return typeof one === "string" ? one : "";
  },
  TEXT: ([value, format], { book }) => {
    const one = single(value);
    const pattern = toText(format, book.locale);
    if (typeof one === "boolean") return one ? "TRUE" : "FALSE";
    return displayValue(one ?? 0, pattern, book.locale);
  },
} satisfies Readonly<Record<string, FormulaFunction>>;

function length(count: number): number {
  if (count < 0) throw new FormulaFault("#VALUE!");
  return Math.trunc(count);
}

function place(text: string, what: string, start: number): number {
  const at = text.indexOf(what, start - 1);
  if (at < 0) throw new FormulaFault("#VALUE!");
  return at + 1;
}
