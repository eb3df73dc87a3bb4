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
