import { HUNDRED_PERCENT } from "../kernel/money";
import type { Trigger } from "../tables";
import type { Complaint } from "./action";

/** A reward or drip needs either a flat amount or a percent of the transaction, never both (TRIG-12). */
export function checkAmount({ amount, percent, event }: Trigger): readonly Complaint[] {
  if (amount !== null && percent !== null) {
    return [{ column: "percent", message: "Give either an amount or a percent, not both." }];
  }
  if (amount === null && percent === null) {
    return [{ column: "amount", message: "Give an amount, or a percent of the transaction." }];
  }
  if (amount !== null && amount < 0) {
    return [{ column: "amount", message: "The amount can't be below zero." }];
  }
  if (percent === null) return [];
  if (event !== "transaction created") {
    const message = `A percent needs a transaction, and “${event}” has none. Give an amount instead.`;
    return [{ column: "percent", message }];
  }
  return percent < 0 || percent > HUNDRED_PERCENT
    ? [{ column: "percent", message: "The percent must be from 0 to 100." }]
    : [];
}
