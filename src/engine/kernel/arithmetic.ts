import type { Sentence } from "./message";
import { type Currency, exponentOf, type Percent, percentText, toDecimal } from "./money";
import { say } from "./say";

const PERCENT_DECIMALS = 6;

/** `amount · percent` exactly, before rounding, as decimal text in major units. */
function exactly(amount: number, percent: Percent, currency: Currency): string {
  const decimals = exponentOf(currency) + PERCENT_DECIMALS;
  const product = BigInt(amount) * BigInt(percent);
  const digits = String(product).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return `${whole}.${digits.slice(digits.length - decimals)}`.replace(/\.?0+$/, "");
}

/** The arithmetic of a percent as a sentence: "20 % of 458.92 USD = 91.784, rounded to 91.78 USD". Minor units. */
export function sumOfPercent(
  kept: number,
  percent: Percent,
  result: number,
  currency: Currency,
  column: string | null = null,
): Sentence {
  const is = { amount: result, currency };
  const named = column === null ? "" : `${column} `;
  const of = say`${percentText(percent)} % of ${named}${{ amount: kept, currency }}`;
  const exact = exactly(kept, percent, currency);
  return Number(exact) === Number(toDecimal(is))
    ? say`${of} = ${is}`
    : say`${of} = ${exact}, rounded to ${is}`;
}
