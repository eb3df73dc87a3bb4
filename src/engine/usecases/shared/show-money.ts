import { byCurrency } from "../../kernel/currency-order";
import { sumOf } from "../../kernel/group-by";
import { type Currency, type Money, toDecimal } from "../../kernel/money";

/** An amount as a reply carries it: minor units, and the text to show. */
export interface ShownMoney {
  readonly amount: number;
  readonly currency: Currency;
  readonly text: string;
}

export const showMoney = ({ amount, currency }: Money): ShownMoney => ({
  amount,
  currency,
  text: toDecimal({ amount, currency }),
});

/** How many, and what they come to as decimal text of the currency beside. */
export const countAndSum = (rows: readonly { readonly amount: number }[], currency: Currency) => ({
  count: rows.length,
  amount: toDecimal({ amount: sumOf(rows), currency }),
});

/** What they come to in each currency, the program's first. */
export const showSums = (rows: readonly Money[], own: Currency): readonly ShownMoney[] =>
  byCurrency(rows, own).map(([currency, group]) => showMoney({ amount: sumOf(group), currency }));
