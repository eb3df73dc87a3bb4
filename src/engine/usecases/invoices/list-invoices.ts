import { currenciesOf } from "../../kernel/currency-order";
import { currencyField, monthField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { down } from "../../kernel/order";
import { invoiceStatuses } from "../../kernel/vocabulary";
import { some } from "../../program/reads";
import { dayTexts } from "../shared/every-word";
import { list, matching } from "../shared/list";
import { invoiceView } from "./invoice-view";

/**
 * The invoices that meet every filter given, a month being found in digits or in words of English or of the
 * spreadsheet's locale: those in review first, then final, then paid, each newest first.
 */
export const listInvoices = list({
  name: "list-invoices",
  reads: [
    some("rewards", "invoice", "firstInvoice", "earnedOn", "status", "currency", "amount"),
    "invoices",
    "payouts",
  ],
  hint: "A month, a currency, a status or a key.",
  filters: {
    status: input("Status", wordField(invoiceStatuses)),
    currency: input("Currency", currencyField),
    month: input("Month", monthField),
  },
  rows: (work, { status, currency, month }) =>
    matching(work, "invoices", { status, currency, month }),
  texts: (_, { key, month, currency, status, total }, { entry }) => [
    key,
    ...dayTexts(month, entry),
    currency,
    status,
    total === null ? "" : toDecimal({ amount: total, currency }),
  ],
  order: (_) => [
    ({ status }) => invoiceStatuses.indexOf(status),
    down(({ month }) => month),
    ({ currency }) => currency,
  ],
  show:
    (work, { today }) =>
    (invoice) =>
      invoiceView(work, invoice, today),
  beside: (work) => ({
    /** The currencies that invoices are in, for the filter. */
    currencies: currenciesOf(
      work.all("invoices").map(({ currency }) => currency),
      work.settings.programCurrency,
    ),
  }),
});
