import type { Percent } from "../kernel/money";
import type { Drip } from "../tables";
import type { Rate } from "../tables/packed/why";

/** What a drip gives for each part, or in all: minor units, or a percent of its sale's amount at the start. */
export type DripPrice =
  | { readonly kind: "flat"; readonly amount: number }
  | { readonly kind: "percent"; readonly percent: Percent; readonly base: number };

export type PriceCells = Pick<Drip, "amount" | "percent" | "base">;

/** A drip's price from its row, where the program fills either the amount, or the percent and its base. */
export const priceOf = ({ amount, percent, base }: PriceCells): DripPrice =>
  percent === null || base === null
    ? { kind: "flat", amount: amount ?? 0 }
    : { kind: "percent", percent, base };

/** The cells that say a price. */
export const priceCells = (price: DripPrice): PriceCells =>
  price.kind === "flat"
    ? { amount: price.amount, percent: null, base: null }
    : { amount: null, percent: price.percent, base: price.base };

/** The price as a *why* tells it, nothing of it being worked out yet. */
export const rateOf = (price: DripPrice): Rate =>
  price.kind === "flat"
    ? price
    : { kind: "percent", percent: price.percent, of: price.base, is: null };
