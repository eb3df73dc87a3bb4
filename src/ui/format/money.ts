/**
 * Decimal text of a currency ("1200.00", "USD") in the locale: "$1,200.00". The number of decimals stays as given,
 * since the program and not the browser knows how many the currency has (MONEY-2).
 */
export function moneyText(decimal: string, currency: string, locale: string | undefined): string {
  const digits = decimal.split(".")[1]?.length ?? 0;
  const value = Number(decimal);
  if (locale === undefined || decimal === "" || !Number.isFinite(value)) {
    return `${decimal} ${currency}`;
  }
  try {
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  } catch {
    return `${decimal} ${currency}`;
  }
}
