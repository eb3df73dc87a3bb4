import { looksLikeFormula } from "../../kernel/csv";
import { fingerprint } from "../../kernel/keys";
import { toDecimal } from "../../kernel/money";
import type { FileFormat } from "./format";
import { refuseMethod, refuseTarget } from "./refusals";

/** The currencies in which PayPal makes payouts. */
const CURRENCIES =
  "AUD BRL CAD CHF CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD USD";
/** Those of them in which it takes whole amounts only, although they have decimals. */
const WHOLE_ONLY = ["HUF", "TWD"];
const LONGEST_ID = 30;
const LONGEST_NOTE = 400;

/**
 * PayPal's mass payment, as “Payouts Web” documents its upload (developer.paypal.com, Payouts, “Use the web UI”):
 * no header; recipient, amount, currency, customer id, note, wallet; one currency and 5,000 lines a file.
 */
export const paypal: FileFormat = {
  suffix: "-paypal",
  most: 5_000,
  headers: null,
  refuse: ({ partner, payout: { amount, currency } }) => {
    if (!CURRENCIES.split(" ").includes(currency)) return `PayPal makes no payouts in ${currency}.`;
    if (WHOLE_ONLY.includes(currency) && amount % 100 !== 0) {
      return `PayPal takes whole amounts only in ${currency}.`;
    }
    return refuseMethod(partner, "PayPal") ?? refuseTarget("paymentEmail", partner);
  },
  cells: ({ payout, partner }, { programName, month, decimalMark }) => {
    const whole = WHOLE_ONLY.includes(payout.currency);
    const amount = toDecimal(payout).replace(whole ? /\.00$/ : "", "");
    return [
      partner.paymentEmail ?? "",
      amount.replace(".", decimalMark),
      payout.currency,
      customerId(partner.key),
      `${programName} ${month}`.slice(0, LONGEST_NOTE),
      "PAYPAL",
    ];
  },
};

/** At most 30 characters without spaces: the partner's key, or its hash where the key is otherwise. */
const customerId = (key: string): string =>
  /\s/.test(key) || key.length > LONGEST_ID || looksLikeFormula(key) ? fingerprint(key) : key;
