import * as iso4217 from "dinero.js/currencies";
import type { Rounding } from "./vocabulary";

/** An ISO 4217 code in capitals. */
export type Currency = string & { readonly currency: unique symbol };
/** An amount in integer minor units of its currency. Never a float of major units (MONEY-1). */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}
/** A percentage with up to four decimals (MONEY-7), as an integer of 1/10,000 percent: 2.9 % = 29,000. */
export type Percent = number & { readonly percent: unique symbol };

const PERCENT_SCALE = 10_000;
export const HUNDRED_PERCENT = (100 * PERCENT_SCALE) as Percent;

interface Iso {
  readonly code: string;
  readonly exponent: number;
}
const known = iso4217 as unknown as Readonly<Record<string, Iso | undefined>>;

/** The ariary and the ouguiya: their units have five parts and the library says so, ISO 4217 gives them two decimals. */
const inFifths: ReadonlySet<string> = new Set(["MGA", "MRU"]);

/** The currency with this code, in any case, or undefined where ISO 4217 has none (MONEY-6). */
export function parseCurrency(code: string): Currency | undefined {
  const upper = code.trim().toUpperCase();
  return known[upper]?.code === upper ? (upper as Currency) : undefined;
}

/** The number of decimals of a currency: JPY 0, USD 2, KWD 3 (MONEY-2). */
export function exponentOf(currency: Currency): number {
  const entry = known[currency];
  if (!entry) throw new RangeError(`${currency} is not an ISO 4217 currency`);
  return inFifths.has(entry.code) ? 2 : entry.exponent;
}

/** Decimal text of an amount, with the currency's own decimals: 2000 USD → "20.00". */
export function toDecimal({ amount, currency }: Money): string {
  return scaledToDecimal(amount, exponentOf(currency));
}

/**
 * The number a cell shows for an amount. Safe, since it has at most 15 significant digits: a quotient of two whole numbers is
 * rounded as the text of their decimals is. Adding 0 turns -0 into 0.
 */
export const toCellNumber = ({ amount, currency }: Money): number =>
  amount / 10 ** exponentOf(currency) + 0;

/** Amount with its code, for sentences: "20.00 USD". */
export const format = (money: Money): string => `${toDecimal(money)} ${money.currency}`;

function scaledToDecimal(value: number, scale: number): string {
  const digits = String(Math.abs(value)).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(digits.length - scale)}`;
  return value < 0 ? `-${text}` : text;
}

/** Fifteen digits: all that a number surely holds. */
const MOST_DIGITS = 999_999_999_999_999;

export type Scaled =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: "not a number" | "too many decimals" | "too large" };

/** Reads plain decimal text ("-12.50") as an integer of 10^-scale units, exactly; never rounds (MONEY-4). */
export function parseScaled(text: string, scale: number): Scaled {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return { ok: false, reason: "not a number" };
  const decimals = (match[3] ?? "").replace(/0+$/, "");
  if (decimals.length > scale) return { ok: false, reason: "too many decimals" };
  const value = Number(`${match[2]}${decimals.padEnd(scale, "0")}`);
  if (value > MOST_DIGITS) return { ok: false, reason: "too large" };
  return { ok: true, value: match[1] === "-" && value !== 0 ? -value : value };
}

/**
 * Nearly every number of a cell as an integer of 10^-scale units, without the way through its text, since a run reads a
 * hundred thousand; undefined where the text is to be asked. At up to 15 digits no other decimal gives the same number.
 */
export function plainlyScaled(cell: unknown, scale: number): number | undefined {
  if (typeof cell !== "number") return undefined;
  const unit = 10 ** scale;
  const value = Math.round(cell * unit);
  // Adding 0 makes -0 a plain 0.
  return value / unit === cell && Math.abs(value) <= MOST_DIGITS ? value + 0 : undefined;
}

/** Decimal text of a cell's number at 15 significant digits, so that `=3*1.1` is 3.3 (MONEY-3). */
export function numberToDecimal(value: number): string {
  const text = Number(value.toPrecision(15)).toString();
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", power = "0"] = match;
  const point = whole.length + Number(power);
  const digits = (whole + fraction).padEnd(point, "0");
  if (point >= digits.length) return `${sign}${digits}`;
  if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  return `${sign}0.${"0".repeat(-point)}${digits}`;
}

/** `value · numerator / denominator` in integers, rounded once; ties by the program's setting, alike for negatives (MONEY-9). */
export function scale(
  value: number,
  numerator: number,
  denominator: number,
  rounding: Rounding,
): number {
  const product = BigInt(Math.abs(value)) * BigInt(Math.abs(numerator));
  const divisor = BigInt(denominator);
  const whole = product / divisor;
  const twice = (product % divisor) * BigInt(2);
  const isTie = twice === divisor;
  const up = isTie
    ? rounding === "half away from zero" || whole % BigInt(2) === BigInt(1)
    : twice > divisor;
  const size = Number(whole) + (up ? 1 : 0);
  return value < 0 !== numerator < 0 && size !== 0 ? -size : size;
}

/** Percent of an amount in minor units, rounded once (MONEY-8). */
export function percentOf(amount: number, percent: Percent, rounding: Rounding): number {
  return scale(amount, percent, HUNDRED_PERCENT, rounding);
}

/** Percent as text: 29,000 → "2.9". */
export const percentText = (percent: Percent): string =>
  scaledToDecimal(percent, 4).replace(/\.?0+$/, "");

/**
 * Part k (from 1) of a total in n parts: the difference of rounded running totals, so that the parts sum to
 * the total and each prefix is within one minor unit of fair (DRIP-13).
 */
export function partOf(total: number, k: number, n: number, rounding: Rounding): number {
  return scale(total, k, n, rounding) - scale(total, k - 1, n, rounding);
}
