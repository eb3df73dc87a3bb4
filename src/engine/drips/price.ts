import type { Percent } from "../kernel/money";
import type { Drip } from "../tables";
import type { Rate } from "../tables/packed/why";

/** What a drip gives for each part, or in all: minor units, or a percent of its sale's amount at the start. */
export type DripPrice =
  | { readonly kind: "flat"; readonly amount: number }
  | {
      readonly kind: "percent";
      readonly percent: Percent;
      readonly base: number;
      /** What another column of the sale said, where the percent is of that one, and its name (TRIG-12a). */
      readonly of: number | null;
      readonly column: string | null;
    };

export type PriceCells = Pick<Drip, "amount" | "percent" | "base" | "percentOf" | "percentBase">;

/** A drip's price from its row, where the program fills either the amount, or the percent and its base. */
export const priceOf = (cells: PriceCells): DripPrice => {
  const { amount, percent, base, percentOf: column, percentBase: of } = cells;
  return percent === null || base === null
    ? { kind: "flat", amount: amount ?? 0 }
    : { kind: "percent", percent, base, of, column };
};

/** The cells that say a price. */
export const priceCells = (price: DripPrice): PriceCells =>
  price.kind === "flat"
    ? { amount: price.amount, percent: null, base: null, percentOf: null, percentBase: null }
    : {
        amount: null,
        percent: price.percent,
        base: price.base,
        percentOf: price.column,
        percentBase: price.of,
      };

/** The price as a *why* tells it, nothing of it being calculated yet. */
export const rateOf = (price: DripPrice): Rate =>
  price.kind === "flat"
    ? price
    : {
        kind: "percent",
        percent: price.percent,
        of: price.of ?? price.base,
        is: null,
        column: price.column,
      };
