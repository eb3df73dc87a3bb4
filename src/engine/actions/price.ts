import type { Sentence } from "../kernel/message";
import { type Currency, HUNDRED_PERCENT, type Percent, percentText } from "../kernel/money";
import { say } from "../kernel/say";
import type { Trigger } from "../tables";
import type { Parsed, TriggerColumn } from "./action";

/** What a trigger gives: an amount in minor units, in the program's currency where it names none, or a percent of the sale. */
export type Price =
  | { readonly kind: "flat"; readonly amount: number; readonly currency: Currency | null }
  | {
      readonly kind: "percent";
      readonly percent: Percent;
      /** The column of the team's own that it is of; null for the sale's amount (TRIG-12a). */
      readonly of: string | null;
    };

/** The fields of a price. */
export const priceFields: readonly (readonly TriggerColumn[])[] = [
  ["amount", "currency"],
  ["percent", "percentOf"],
];

/** The column of the team's own that a trigger's percent is of; null for the sale's amount. */
export const percentColumn = ({ percentOf }: Trigger): string | null =>
  percentOf === null || percentOf.toLowerCase() === "amount" ? null : percentOf;

/** A reward or drip needs either a flat amount or a percent of the transaction, never both (TRIG-12). */
export function parsePrice(trigger: Trigger): Parsed<Price> {
  const { amount, currency, percent, event } = trigger;
  const of = percentColumn(trigger);
  const refuse = (column: TriggerColumn, message: string): Parsed<never> => ({
    ok: false,
    complaints: [{ column, message }],
  });
  if (amount !== null && percent !== null) {
    return refuse("percent", "Give either an amount or a percent, not both.");
  }
  if (percent === null && of !== null) {
    return refuse("percentOf", "This needs a percent. Give one, or leave it blank.");
  }
  if (percent !== null) {
    if (event !== "transaction created") {
      const message = `A percent needs a transaction, and “${event}” has none. Give an amount instead.`;
      return refuse("percent", message);
    }
    return percent < 0 || percent > HUNDRED_PERCENT
      ? refuse("percent", "The percent must be from 0 to 100.")
      : { ok: true, value: { kind: "percent", percent, of } };
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
    : `${percentText(price.percent)} % of ${price.of ?? "the sale"}`;

/** What an amount of the live sentence is for: an example sale, and what is supposed of it. */
export const exampleText = (price: Price): string =>
  price.kind === "flat"
    ? ""
    : ` for the example sale${price.of === null ? "" : `, if its ${price.of} is the same`}`;

/** What an action came to whose column turned out to be no amount when its turn came. */
export const undecidedText = (price: Price, instead: string): string =>
  `undecided: ${price.kind === "percent" ? price.of : ""} is ${instead}`;
