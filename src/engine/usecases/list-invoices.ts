import { currencyField, monthField, wordField } from "../fields";
import type { Invoice } from "../tables";
import { invoiceStatuses } from "../vocabulary";
import { type InvoiceView, invoiceView } from "./invoice-view";
import { type Page, pageInput, pageOf } from "./paging";
import { input, useCase } from "./use-case";

export interface ListInvoicesOutput extends Page<InvoiceView> {
  /** The currencies that invoices are in, for the filter. */
  readonly currencies: readonly string[];
}

/** The invoices that meet every filter given: those in review first, then final, then paid, each newest first. */
export const listInvoices = useCase({
  name: "list-invoices",
  writes: false,
  inputs: {
    status: input("Status", wordField(invoiceStatuses)),
    currency: input("Currency", currencyField),
    month: input("Month", monthField),
    page: pageInput,
  },
  reads: ["settings", "rewards", "invoices", "payouts"],
  decide: (work, { status, currency, month, page }, { today }): ListInvoicesOutput => {
    const all = work.all("invoices");
    const found = all
      .filter((each) => status === null || each.status === status)
      .filter((each) => currency === null || each.currency === currency)
      .filter((each) => month === null || each.month === month);
    return {
      ...pageOf([...found].sort(byUrgency), page, (each) => invoiceView(work, each, today)),
      currencies: [...new Set(all.map((each) => each.currency))].sort(),
    };
  },
});

function byUrgency(a: Invoice, b: Invoice): number {
  const rank = ({ status }: Invoice) => invoiceStatuses.indexOf(status);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a.month !== b.month) return a.month < b.month ? 1 : -1;
  return a.currency < b.currency ? -1 : 1;
}
