import { UTCDateMini as UTCDate } from "@date-fns/utc/date/mini";
import {
  addDays as addUtcDays,
  addMonths as addUtcMonths,
  differenceInCalendarDays,
} from "date-fns";

/** A civil date, `YYYY-MM-DD`; days compare with `<` as text. Never a timestamp (DRIP-7). */
export type Day = string & { readonly day: unique symbol };
/** A civil month, `YYYY-MM`. */
export type Month = string & { readonly month: unique symbol };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

// On UTC dates, so that no local zone can skip or double a day.
function toDate(day: Day): Date {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const midnight = new UTCDate(0);
  midnight.setUTCFullYear(year, month - 1, date);
  return midnight;
}

/** No cell holds a later one; what falls due after it falls due on it. */
const LAST = "9999-12-31" as Day;
const fromDate = (date: Date): Day => {
  const text = date.toISOString();
  return text.startsWith("+") ? LAST : (text.slice(0, 10) as Day);
};

/** The day that a text names, or undefined where no such day exists (`2026-02-30`). */
export function parseDay(text: string): Day | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  return date > 0 && date <= lengthOfMonth(year, month) ? (text as Day) : undefined;
}

/** The day of a year, a month and a date in digits, as people write them; undefined where no such day exists. */
export const dayOfParts = (year = "", month = "", date = ""): Day | undefined =>
  parseDay(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);

// Calculated rather than asked of a Date: days are read a hundred thousand times a run.
function lengthOfMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day that a text names; throws a RangeError where it names none. For constants and tests. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`"${text}" is not a day (YYYY-MM-DD)`);
  return parsed;
}

/** Adds civil days, counted exactly. */
export function addDays(start: Day, days: number): Day {
  return fromDate(addUtcDays(toDate(start), days));
}

/** Adds months in one step and clamps once to the month's last day (DRIP-10). */
export function addMonths(start: Day, months: number): Day {
  return fromDate(addUtcMonths(toDate(start), months));
}

/** Civil days from `start` to `end`; negative where `end` is earlier. */
export function daysBetween(start: Day, end: Day): number {
  return differenceInCalendarDays(toDate(end), toDate(start));
}

const A_MONDAY = "2000-01-03" as Day;
/** The Monday of a day's week. */
export function mondayOf(value: Day): Day {
  const days = daysBetween(A_MONDAY, value) % 7;
  return addDays(value, -(days < 0 ? days + 7 : days));
}

export const monthOf = (value: Day): Month => value.slice(0, 7) as Month;
export const firstDay = (month: Month): Day => `${month}-01` as Day;
export const addToMonth = (month: Month, months: number): Month =>
  monthOf(addMonths(firstDay(month), months));
export const lastDay = (month: Month): Day => addDays(firstDay(addToMonth(month, 1)), -1);

/** The given day of the month, clamped to the month's last day. */
export function dayOfMonth(month: Month, date: number): Day {
  const last = lastDay(month);
  const wanted = `${month}-${String(date).padStart(2, "0")}` as Day;
  return wanted < last ? wanted : last;
}

/** The month that a text names, or undefined. */
export function parseMonth(text: string): Month | undefined {
  return parseDay(`${text}-01`) === undefined ? undefined : (text as Month);
}
