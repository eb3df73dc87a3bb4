import { groupBy } from "./group-by";
import type { Currency } from "./money";
import { sortBy } from "./order";

/** Currencies, each once, as a reader looks for them: the program's own first, the others by their codes. */
export const currenciesOf = (all: Iterable<Currency>, own: Currency): readonly Currency[] =>
  sortBy(
    new Set(all),
    (each) => Number(each !== own),
    (each) => each,
  );

/** Rows by their currency, in that order. */
export function byCurrency<R extends { readonly currency: Currency }>(
  rows: readonly R[],
  own: Currency,
): readonly (readonly [Currency, readonly R[]])[] {
  const groups = groupBy(rows, ({ currency }) => currency);
  return currenciesOf(groups.keys(), own).map((currency) => [currency, groups.get(currency) ?? []]);
}
