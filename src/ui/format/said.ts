import { dayText, monthText } from "./days";
import { moneyText } from "./money";

// Parts of keys, names and files ("inv_2026-02_USD", "A-2026-02-01") are not matched, since they do not stand alone.
const DAY_OR_MONTH = /(?<![\w.-])\d{4}-(?:0[1-9]|1[0-2])(-(?:0[1-9]|[12]\d|3[01]))?(?![\w-])/g;
const INVOICE = /(?<![\w-])inv_(\d{4}-\d{2})_([A-Z]{3})(?![\w-])/g;
const AMOUNT = /(?<![\w.,-])(-?\d+(?:\.\d+)?) ([A-Z]{3})(?!\w)/g;

/**
 * A sentence of the engine in the locale. The engine writes days as "2026-02-28", months as "2026-02", amounts as
 * "1200.00 USD" and invoices by key. Unchanged without a locale.
 */
export function saidText(sentence: string, locale: string | undefined): string {
  if (locale === undefined) return sentence;
  return sentence
    .replace(
      INVOICE,
      (_, month: string, currency: string) => `${monthText(month, locale)} ·\u00a0${currency}`,
    )
    .replace(AMOUNT, (_, decimal: string, currency: string) => moneyText(decimal, currency, locale))
    .replace(DAY_OR_MONTH, (found, day?: string) => (day ? dayText : monthText)(found, locale));
}
