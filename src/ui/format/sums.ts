/** The sum of decimal texts of one currency, with its decimals. Exact: it is added in the smallest unit. */
export function sumOfDecimals(amounts: readonly string[]): string {
  const digits = Math.max(0, ...amounts.map((each) => each.split(".")[1]?.length ?? 0));
  const units = amounts.reduce((sum, each) => sum + Math.round(Number(each) * 10 ** digits), 0);
  return (units / 10 ** digits).toFixed(digits);
}

/** The sum of each currency of these amounts, in the order in which the currencies come. */
export function sumsByCurrency<C extends string>(
  amounts: readonly { readonly amount: string; readonly currency: C }[],
): readonly { readonly amount: string; readonly currency: C }[] {
  return [...new Set(amounts.map(({ currency }) => currency))].map((currency) => {
    const own = amounts.filter((each) => each.currency === currency);
    return { amount: sumOfDecimals(own.map(({ amount }) => amount)), currency };
  });
}
