/** The sum of decimal texts of one currency, with its decimals. Exact: it is added in the smallest unit. */
export function sumOfDecimals(amounts: readonly string[]): string {
  const digits = Math.max(0, ...amounts.map((each) => each.split(".")[1]?.length ?? 0));
  const units = amounts.reduce((sum, each) => sum + Math.round(Number(each) * 10 ** digits), 0);
  return (units / 10 ** digits).toFixed(digits);
}
