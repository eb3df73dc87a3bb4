import { currencyOrder } from "../../kernel/currency-order";
import { currencyField, monthField, textField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { englishMonths } from "../../kernel/locale-entry";
import { invoiceStatuses } from "../../kernel/vocabulary";
import type { Invoice } from "../../tables";
import { everyWord } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";
import { type InvoiceView, invoiceView } from "./invoice-view";

export interface ListInvoicesOutput extends Page<InvoiceView> {
  /** The currencies that invoices are in, for the filter. */
  readonly currencies: readonly string[];
}

/**
 * The invoices that meet every filter given, a month being found in digits or in words of English or of the
 * spreadsheet's locale: those in review first, then final, then paid, each newest first.
 */
export const listInvoices = useCase({
  name: "list-invoices",
  edits: "read only",
  inputs: {
    search: input("Search", textField, { hint: "A month, a currency, a status or a key." }),
    status: input("Status", wordField(invoiceStatuses)),
    currency: input("Currency", currencyField),
    month: input("Month", monthField),
    ...pageInputs,
  },
  reads: ["settings", "rewards", "invoices", "payouts"],
  decide: (work, { search, status, currency, month, ...asked }, env): ListInvoicesOutput => {
    const all = work.all("invoices");
    const says = everyWord(search);
    const names = search === null ? [] : [englishMonths, env.months()];
    const found = all
      .filter((each) => status === null || each.status === status)
      .filter((each) => currency === null || each.currency === currency)
      .filter((each) => month === null || each.month === month)
      .filter((each) =>
        says(() => [each.key, each.month, each.currency, each.status, ...namesOf(each, names)]),
      );
    return {
      ...pageOf([...found].sort(byUrgency), asked, (each) => invoiceView(work, each, env.today)),
      currencies: [...new Set(all.map((each) => each.currency))].sort(
        currencyOrder(work.settings.programCurrency),
      ),
    };
  },
});

/** "January 2026" and "Januar 2026": an invoice's month in words. */
const namesOf = ({ month }: Invoice, names: readonly (readonly string[])[]) =>
  names.map((each) => `${each[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`);

function byUrgency(a: Invoice, b: Invoice): number {
  const rank = ({ status }: Invoice) => invoiceStatuses.indexOf(status);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a.month !== b.month) return a.month < b.month ? 1 : -1;
  return a.currency < b.currency ? -1 : 1;
}
