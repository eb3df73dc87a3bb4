import type { Currency } from "./money";

/** Orders currencies for a reader: the program's own first, the others by their codes. */
export const currencyOrder =
  (own: Currency) =>
  (a: string, b: string): number =>
    Number(b === own) - Number(a === own) || (a < b ? -1 : Number(a > b));
