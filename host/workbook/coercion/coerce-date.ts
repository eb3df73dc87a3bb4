import { civilDate, serialOf } from "../base/zones";
import { type LocaleRules, localeRules } from "../formats/locale-rules";
import { coerceTime } from "./coerce-time";
import type { CoercedValue } from "./coerced-value";

/**
 * A date, a time or both as typed: ISO, the locale's order, and month names. A missing year is that of `today` (a
 * serial). null if the text is none of these or not a day of the calendar.
 */
export function coerceDate(text: string, locale: string, today: () => number): CoercedValue | null {
  const iso = isoDay(text);
  if (iso !== null) return iso;
  const time = coerceTime(text);
  if (time !== null) return time;
  const match = withTime.exec(text);
  const [dayText, clock] = match === null ? [text, null] : [match[1] ?? "", match[2] ?? ""];
  const day = coerceDay(dayText, localeRules(locale), today);
  if (day === null || clock === null) return day;
  const at = coerceTime(clock);
  if (at === null || at.value >= 1) return null;
  return { value: day.value + at.value, format: `${day.format} ${at.format}` };
}

type DatedValue = { readonly value: number; readonly format: string };

const withTime = /^(.*\d),? +(\d{1,2}:.*)$/;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const threeNumbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})$/;
const twoNumbers = /^(\d{1,2})([-/])(\d{1,2})$/;
const dayMonthName = /^(\d{1,2})\.?[ -](\p{L}{3,})\.?(?:,?[ -](\d{4}|\d{2}))?$/u;
const monthNameDay = /^(\p{L}{3,})\.? (\d{1,2})(?:,? (\d{4}))?$/u;
const monthNameYear = /^(\p{L}{3,})\.?[ -](\d{4})$/u;

function coerceDay(text: string, rules: LocaleRules, today: () => number): DatedValue | null {
  const iso = isoDay(text);
  if (iso !== null) return iso;
  const monthFirst = rules.order === "mdy";
  const three = threeNumbers.exec(text);
  if (three !== null) {
    const [, first, mark = "/", second, year = ""] = three;
    const [month, date] = monthFirst ? [first, second] : [second, first];
    const format = monthFirst ? `m${mark}d${mark}yyyy` : `d${mark}m${mark}yyyy`;
    return dayOf(fullYear(year), Number(month), Number(date), format);
  }
  const thisYear = () => civilDate(today()).getUTCFullYear();
  const two = twoNumbers.exec(text);
  if (two !== null) {
    const [, first, mark = "/", second] = two;
    const [month, date] = rules.order === "dmy" ? [second, first] : [first, second];
    const format = rules.order === "dmy" ? `d${mark}m` : `m${mark}d`;
    return dayOf(thisYear(), Number(month), Number(date), format);
  }
  return namedDay(text, rules, thisYear);
}

function isoDay(text: string): DatedValue | null {
  const match = yearFirst.exec(text);
  if (match === null) return null;
  const [, year, mark = "-", month, date] = match;
  return dayOf(Number(year), Number(month), Number(date), `yyyy${mark}mm${mark}dd`);
}

function namedDay(text: string, rules: LocaleRules, thisYear: () => number): DatedValue | null {
  const dayFirst = dayMonthName.exec(text);
  if (dayFirst !== null) {
    const [, date, name = "", year] = dayFirst;
    const format = year === undefined ? "d mmm" : "d mmm yyyy";
    return dayOf(year ? fullYear(year) : thisYear(), monthOf(name, rules), Number(date), format);
  }
  const alone = monthNameYear.exec(text);
  if (alone !== null)
    return dayOf(Number(alone[2]), monthOf(alone[1] ?? "", rules), 1, "mmmm yyyy");
  const nameFirst = monthNameDay.exec(text);
  if (nameFirst === null) return null;
  const [, name = "", date, year] = nameFirst;
  const format = year === undefined ? "mmm d" : "mmm d, yyyy";
  return dayOf(year ? Number(year) : thisYear(), monthOf(name, rules), Number(date), format);
}

const english =
  "january february march april may june july august september october november december".split(
    " ",
  );

/** The month a name or its short form means, 1-12; 0 when it is none. */
function monthOf(name: string, rules: LocaleRules): number {
  const lower = name.toLowerCase();
  const at = [...english.keys()].find(
    (index) =>
      english[index] === lower ||
      english[index]?.slice(0, 3) === lower ||
      rules.months[index]?.toLowerCase() === lower ||
      rules.shortMonths[index]?.toLowerCase().replace(".", "") === lower,
  );
  return at === undefined ? 0 : at + 1;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function dayOf(year: number, month: number, date: number, format: string): DatedValue | null {
  if (month < 1 || month > 12 || date < 1 || year < 1583) return null;
  const value = serialOf(year, month, date);
  return civilDate(value).getUTCDate() === date ? { value, format } : null;
}
