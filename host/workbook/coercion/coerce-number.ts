import { type LocaleRules, localeRules } from "../formats/locale-rules";
import type { CoercedValue } from "./coerced-value";

const known = new Map<string, RegExp>();
const currency = "[$€£¥]";

/**
 * A number as typed in a locale: signs, groups, percent, currency, exponent, accounting brackets, and digits
 * separated by spaces ("22 34" is 2234: PLATFORM-35). null if the text is not a number.
 */
export function coerceNumber(text: string, locale: string): CoercedValue | null {
  const rules = localeRules(locale);
  const bracketed = text.startsWith("(") && text.endsWith(")");
  const match = patternOf(locale, rules).exec(bracketed ? text.slice(1, -1) : text);
  if (match === null) return null;
  const [, sign1, front, sign2, whole = "", fraction = "", exponent = "", back] = match;
  if ((whole === "" && fraction.length < 2) || (sign1 && sign2) || (front && back)) return null;
  if (bracketed && (sign1 || sign2)) return null;
  const digits = whole.replace(/[^\d]/g, "") || "0";
  const value = Number(`${digits}.${fraction.slice(1) || "0"}${exponent}`);
  if (!Number.isFinite(value)) return null;
  const negative = bracketed || sign1 === "-" || sign2 === "-";
  const percent = back === "%";
  const signed = (negative ? -value : value) / (percent ? 100 : 1);
  return {
    value: signed === 0 ? 0 : signed,
    format: formatOf({
      symbol: front ?? (percent ? undefined : back),
      percent,
      whole,
      fraction,
      exponent,
    }),
  };
}

type Shape = {
  readonly symbol: string | undefined;
  readonly percent: boolean;
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: string;
};

/** The format Sheets gives a cell of automatic format when a number is typed in this shape. */
function formatOf({ symbol, percent, whole, fraction, exponent }: Shape): string | null {
  const decimals = fraction.length > 1;
  if (percent) return decimals ? "0.00%" : "0%";
  if (symbol !== undefined) return `"${symbol}"#,##0${decimals ? ".00" : ""}`;
  if (exponent !== "") return "0.00E+00";
  if (/[^\d\s]/.test(whole)) return decimals ? "#,##0.00" : "#,##0";
  return null;
}

function patternOf(locale: string, rules: LocaleRules): RegExp {
  let pattern = known.get(locale);
  if (pattern === undefined) {
    const group = /\s/.test(rules.group) ? "[ \\u00a0\\u202f]" : `\\${rules.group}`;
    const whole = `\\d{1,3}(?:${group}\\d{3})+|\\d+(?: \\d+)*|`;
    pattern = new RegExp(
      `^([+-])? ?(${currency})? ?([+-])?(${whole})(\\${rules.decimal}\\d*)?([eE][+-]?\\d{1,3})? ?(%|${currency})?$`,
    );
    known.set(locale, pattern);
  }
  return pattern;
}
