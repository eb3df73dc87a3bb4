import { plainText } from "./cells";
import type { FieldContext } from "./field";

/** Plain decimal text; or that it can be read in more than one way, or is no number at all. */
export type Written =
  | { readonly ok: true; readonly decimal: string; readonly decimals: number }
  | { readonly ok: false; readonly isAmbiguous: boolean };

type Locale = Pick<FieldContext, "decimalMark" | "million">;

/** Signs that look alike are one: apostrophes, and the signs of less than nothing. */
const alike = (text: string): string =>
  plainText(text)
    .replace(/[’ʼ`´]/g, "'")
    .replace(/−/g, "-");

/**
 * Reads a number that is written as text, by the locale's own marks only (CELL-5): the one before decimals, and the one between
 * thousands, as de_CH writes 1’234.56, or between lakhs, as en_IN writes 1,23,456.50.
 */
export function readWritten(text: string, locale: Locale): Written {
  const typed = alike(text);
  const number = patternOf(locale).exec(typed);
  if (!number) return { ok: false, isAmbiguous: /^[+-]?\d[\d.,' ]*$/.test(typed) };
  const [, sign = "", whole = "", decimals = ""] = number;
  const bare = sign + whole.replace(/\D/g, "");
  const decimal = decimals === "" ? bare : `${bare}.${decimals}`;
  return { ok: true, decimal, decimals: decimals.length };
}

const patterns = new Map<string, RegExp>();

function patternOf({ decimalMark, million }: Locale): RegExp {
  const sample = million ?? (decimalMark === "." ? "1,234,567.8" : "1.234.567,8");
  const known = patterns.get(sample);
  if (known) return known;
  const [, mark = ""] = /^\d+(\D)\d/.exec(alike(sample)) ?? [];
  const group = mark === decimalMark ? "" : mark.replace(/\./, "\\.");
  const inLakhs = sample.startsWith("12") ? `|\\d{1,2}(?:${group}\\d\\d)*${group}\\d{3}` : "";
  const grouped = group === "" ? "" : `|\\d{1,3}(?:${group}\\d{3})+${inLakhs}`;
  const decimals = `(?:${decimalMark === "." ? "\\." : ","}(\\d+))?`;
  const pattern = new RegExp(`^([+-]?)(\\d+${grouped})${decimals}$`);
  patterns.set(sample, pattern);
  return pattern;
}
