import { civilDate, serialOf } from "../../base/zones";
import type { FormulaFunction } from "../values/context";
import { FormulaFault, toNumber } from "../values/values";

/** Functions over dates, as serials. */
export const dates = {
  TODAY: (_, { today }) => today,
  NOW: (_, { now }) => now,
  DATE: ([year, month, day], { book: { locale } }) =>
    serialOf(
      Math.trunc(toNumber(year, locale)),
      Math.trunc(toNumber(month, locale)),
      Math.trunc(toNumber(day, locale)),
    ),
  TIME: ([hour, minute, second], { book: { locale } }) =>
    ((toNumber(hour, locale) * 3600 + toNumber(minute, locale) * 60 + toNumber(second, locale)) /
      86_400) %
    1,
  DATEVALUE: ([text], { book }) => Math.floor(toNumber(text, book.locale)),
  YEAR: ([day], { book }) => civilDate(toNumber(day, book.locale)).getUTCFullYear(),
  MONTH: ([day], { book }) => civilDate(toNumber(day, book.locale)).getUTCMonth() + 1,
  DAY: ([day], { book }) => civilDate(toNumber(day, book.locale)).getUTCDate(),
  HOUR: ([day], { book }) => civilDate(toNumber(day, book.locale)).getUTCHours(),
  MINUTE: ([day], { book }) => civilDate(toNumber(day, book.locale)).getUTCMinutes(),
  SECOND: ([day], { book }) => civilDate(toNumber(day, book.locale)).getUTCSeconds(),
  WEEKDAY: ([day, kind = 1], { book: { locale } }) => {
    const weekday = civilDate(toNumber(day, locale)).getUTCDay();
    const type = toNumber(kind, locale);
    if (type === 1) return weekday + 1;
    if (type === 2) return ((weekday + 6) % 7) + 1;
    if (type === 3) return (weekday + 6) % 7;
    throw new FormulaFault("#NUM!");
  },
  EOMONTH: ([day, months], { book: { locale } }) => {
    const at = civilDate(toNumber(day, locale));
    return serialOf(
      at.getUTCFullYear(),
      at.getUTCMonth() + 2 + Math.trunc(toNumber(months, locale)),
      0,
    );
  },
  EDATE: ([day, months], { book: { locale } }) => {
    const at = civilDate(toNumber(day, locale));
    const month = at.getUTCMonth() + 1 + Math.trunc(toNumber(months, locale));
    const last = civilDate(serialOf(at.getUTCFullYear(), month + 1, 0)).getUTCDate();
    return serialOf(at.getUTCFullYear(), month, Math.min(at.getUTCDate(), last));
  },
  DAYS: ([end, start], { book: { locale } }) =>
    Math.floor(toNumber(end, locale)) - Math.floor(toNumber(start, locale)),
} satisfies Readonly<Record<string, FormulaFunction>>;
