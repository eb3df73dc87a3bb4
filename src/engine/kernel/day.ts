/** A civil date, `YYYY-MM-DD`; days compare with `<` as text. Never a timestamp (DRIP-7). */
export type Day = string & { readonly day: unique symbol };
/** A civil month, `YYYY-MM`. */
export type Month = string & { readonly month: unique symbol };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

const DAYS_OF_400_YEARS = 146_097;
/** Days of an ordinary year before each month, counted from March, so that a leap day comes last. */
const daysBefore = (month: number): number => Math.floor((153 * month + 2) / 5);

/** A number for each day, one more for the next, by the Gregorian calendar; calculated, since a run asks for a hundred thousand. */
function numberOf(day: Day): number {
  const [years, month, date] = partsOf(day);
  const year = month > 2 ? years : years - 1;
  const inCycle = ((year % 400) + 400) % 400;
  const ofYear = daysBefore((month + 9) % 12) + date - 1;
  return (
    Math.floor(year / 400) * DAYS_OF_400_YEARS +
    inCycle * 365 +
    Math.floor(inCycle / 4) -
    Math.floor(inCycle / 100) +
    ofYear
  );
}

const partsOf = (day: Day): readonly [year: number, month: number, date: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

/** The day of such a number. */
function dayOfNumber(number: number): Day {
  const cycle = Math.floor(number / DAYS_OF_400_YEARS);
  const left = number - cycle * DAYS_OF_400_YEARS;
  const inCycle = Math.floor(
    (left - Math.floor(left / 1_460) + Math.floor(left / 36_524) - Math.floor(left / 146_096)) /
      365,
  );
  const ofYear = left - (inCycle * 365 + Math.floor(inCycle / 4) - Math.floor(inCycle / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = cycle * 400 + inCycle + (month <= 2 ? 1 : 0);
  return written(year, month, ofYear - daysBefore(fromMarch) + 1);
}

/** No cell holds a later one; what falls due after it falls due on it. */
const LAST = "9999-12-31" as Day;
const digits = (value: number, length: number): string => String(value).padStart(length, "0");
const written = (year: number, month: number, date: number): Day =>
  year > 9_999 ? LAST : (`${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}` as Day);

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
  return dayOfNumber(numberOf(start) + days);
}

/** Adds months in one step and clamps once to the month's last day (DRIP-10). */
export function addMonths(start: Day, months: number): Day {
  const [year, month, date] = partsOf(start);
  const all = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(all / 12), ((all % 12) + 12) % 12];
  return written(inYear, inMonth + 1, Math.min(date, lengthOfMonth(inYear, inMonth + 1)));
}

/** Civil days from `start` to `end`; negative where `end` is earlier. */
export function daysBetween(start: Day, end: Day): number {
  return numberOf(end) - numberOf(start);
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
