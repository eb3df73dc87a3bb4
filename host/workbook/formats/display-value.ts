import { addLocale, format as formatNumber, isDateFormat } from "numfmt";
import type { Cell } from "../base/model";
import { localeRules } from "./locale-rules";

/**
 * What a cell shows under its number format and the spreadsheet's locale (getDisplayValues): formatted by numfmt,
 * except for what Google does differently.
 */
export function displayValue(cell: Cell, format: string, locale: string): string {
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  const isAutomatic = format === "" || /^(general|@)$/i.test(format);
  if (typeof cell === "string")
    return isAutomatic ? cell : String(formatNumber(format, cell, plain));
  if (isAutomatic) return automatic(cell, localeRules(locale).decimal);
  const options = { ...plain, locale: localeOf(locale) };
  if (!isDateFormat(format)) return formatNumber(withoutLocales(format), rounded(cell), options);
  // numfmt counts the hours of a negative duration from the day before.
  if (cell < 0 && elapsed.test(format)) return `-${formatNumber(format, -cell, options)}`;
  const shown = formatNumber(format.replace(/\ba\/p\b/gi, "AM/PM"), cell, options);
  return /\ba\/p\b/i.test(format) ? shown.replace(/([AP])M/, "$1") : shown;
}

/** In Sheets serial 60 is 28 February 1900, and a format that can't be parsed is shown as such and never throws. */
const plain = { leap1900: false, throws: false } as const;
const elapsed = /\[(?:h+|m+|s+)\]/i;

/** Sheets uses the symbol of "[$€-407]", but writes digits as the spreadsheet's locale does. */
const withoutLocales = (format: string): string =>
  format.replace(/\[\$([^\]-]*)-[^\]]*\]/g, "[$$$1]");

/** Rounds half away from zero by the decimal digits that a person sees: 1.005 is 1.01. */
const rounded = (value: number): number =>
  Math.abs(value) < 1e12 ? Number(value.toPrecision(15)) * (1 + Number.EPSILON) : value;

/** The automatic format: up to ten decimals, an exponent from 1E+15 on. */
function automatic(value: number, decimal: string): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    const [mantissa = "", exponent = ""] = value.toExponential(5).split("e");
    const short = mantissa.replace(/\.?0+$/, "").replace(".", decimal);
    return `${short}E${exponent.replace(/^([+-])(\d)$/, "$10$2")}`;
  }
  const shown = Number(Number(value.toPrecision(15)).toFixed(10));
  if (shown === 0) return "0";
  const text = Math.abs(shown) < 1e-6 ? shown.toFixed(10).replace(/0+$/, "") : String(shown);
  return text.replace(".", decimal);
}

const known = new Set<string>();

/** The name under which numfmt knows a spreadsheet's locale; registers it with the marks and names that ICU gives. */
function localeOf(locale: string): string {
  if (known.has(locale)) return locale;
  const { decimal, group, months, shortMonths, weekdays, shortWeekdays } = localeRules(locale);
  addLocale(
    {
      decimal,
      group,
      mmmm: [...months],
      mmm: [...shortMonths],
      dddd: [...weekdays],
      ddd: [...shortWeekdays],
    },
    locale,
  );
  known.add(locale);
  return locale;
}
