/** The reference's own arithmetic: whole minor units, exact fractions of big integers, civil days. */

const decimals: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };
const placesOf = (currency: string): number => decimals[currency] ?? 2;

/** Decimal text as a whole number of units of 10^-places. Throws where it has more decimals. */
function scaled(text: string, places: number): number {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  const [, sign = "", whole = "", rest = ""] = match ?? [];
  if (!match || rest.length > places) throw new Error(`${text} has not ${places} decimals`);
  return Number(`${sign}${whole}${rest.padEnd(places, "0")}`);
}

export const minor = (text: string, currency: string): number => scaled(text, placesOf(currency));

/** Minor units as decimal text, with all decimals of the currency. */
export function decimal(amount: number, currency: string): string {
  const places = placesOf(currency);
  const digits = String(Math.abs(amount)).padStart(places + 1, "0");
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return amount < 0 ? `-${text}` : text;
}

/** A fraction as a whole number; a half goes away from zero, or to the even one, the same for negatives. */
export function rounded(top: bigint, bottom: bigint, toEven: boolean): number {
  const size = top < 0n ? -top : top;
  const whole = size / bottom;
  const twice = (size % bottom) * 2n;
  const up = twice > bottom || (twice === bottom && (!toEven || whole % 2n === 1n));
  const result = Number(up ? whole + 1n : whole);
  return top < 0n && result !== 0 ? -result : result;
}

/** A percent with up to four decimals of an amount. */
export const percentOf = (amount: number, percent: string, toEven: boolean): number =>
  rounded(BigInt(amount) * BigInt(scaled(percent, 4)), 1_000_000n, toEven);

/** Part k of a total in n parts: the difference of the rounded running total. */
export function part(total: number, k: number, n: number, toEven: boolean): number {
  const until = (i: number) => rounded(BigInt(total) * BigInt(i), BigInt(n), toEven);
  return until(k) - until(k - 1);
}

const DAY = 86_400_000;
const text = (time: number): string => new Date(time).toISOString().slice(0, 10);
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, n: number): string => text(time(day) + n * DAY);
export const monthOf = (day: string): string => day.slice(0, 7);

/** So many months later, clamped to the month's last day. */
export function addMonths(day: string, n: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return text(Date.UTC(year, month - 1 + n, Math.min(date, last)));
}
/** The last day of a month such as `2026-02`. */
export const lastDay = (month: string): string => addDays(addMonths(`${month}-01`, 1), -1);

export type Span = readonly [count: number, unit: string];
const monthsIn: Readonly<Record<string, number>> = { months: 1, years: 12 };
const later = (day: string, times: number, [count, unit]: Span): string => {
  const months = monthsIn[unit];
  if (months !== undefined) return addMonths(day, times * count * months);
  return addDays(day, times * count * (unit === "weeks" ? 7 : 1));
};

/** The day of part k: months of delay and cycle are added in one sum, and clamped once. */
export function dueDay(event: string, delay: Span, cycle: Span, k: number): string {
  const [wait, step] = [monthsIn[delay[1]], monthsIn[cycle[1]]];
  if (wait !== undefined && step !== undefined) {
    return addMonths(event, delay[0] * wait + (k - 1) * cycle[0] * step);
  }
  return later(later(event, 1, delay), k - 1, cycle);
}
