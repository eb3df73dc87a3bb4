import type { Sentence } from "../kernel/message";
import { type Currency, HUNDRED_PERCENT, type Percent, percentText } from "../kernel/money";
import { say } from "../kernel/say";
import type { Trigger } from "../tables";
import type { Parsed, TriggerColumn } from "./action";

/** What a trigger gives: an amount in minor units, in the program's currency where it names none, or a percent of the sale. */
export type Price =
  | { readonly kind: "flat"; readonly amount: number; readonly currency: Currency | null }
  | { readonly kind: "percent"; readonly percent: Percent };

/** The fields of a price. */
export const priceFields: readonly (readonly TriggerColumn[])[] = [
  ["amount", "currency"],
  ["percent"],
];

/** A reward or drip needs either a flat amount or a percent of the transaction, never both (TRIG-12). */
export function parsePrice({ amount, currency, percent, event }: Trigger): Parsed<Price> {
  const refuse = (column: TriggerColumn, message: string): Parsed<never> => ({
    ok: false,
    complaints: [{ column, message }],
  });
  if (amount !== null && percent !== null) {
    return refuse("percent", "Give either an amount or a percent, not both.");
  }
  if (percent !== null) {
    if (event !== "transaction created") {
      const message = `A percent needs a transaction, and “${event}” has none. Give an amount instead.`;
      return refuse("percent", message);
    }
    return percent < 0 || percent > HUNDRED_PERCENT
      ? refuse("percent", "The percent must be from 0 to 100.")
      : { ok: true, value: { kind: "percent", percent } };
  }
  if (amount === null) return refuse("amount", "Give an amount, or a percent of the transaction.");
  return amount < 0
    ? refuse("amount", "The amount can't be below zero.")
    : { ok: true, value: { kind: "flat", amount, currency } };
}

/** "20.00 USD", "10 % of the sale". */
export const priceText = (price: Price, program: Currency): Sentence =>
  price.kind === "flat"
    ? say`${{ amount: price.amount, currency: price.currency ?? program }}`
    : `${percentText(price.percent)} % of the sale`;
