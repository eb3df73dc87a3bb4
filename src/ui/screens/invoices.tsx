import { type InvoiceStatus, invoiceStatuses } from "../../engine/kernel/vocabulary";
import { runAtHome } from "../home/run-at-home";
import { InvoiceCard } from "../invoices/invoice-card";
import { Chips } from "../parts/chips";
import { ListSearch } from "../parts/list-search";
import { PageList } from "../parts/page-list";
import { ScreenFrame } from "../shell/screen-frame";
import { useNamedState } from "../state/store";
import { asPage, usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";

interface Filter {
  readonly status: InvoiceStatus | "";
  readonly currency: string;
}
const FIRST: Filter = { status: "", currency: "" };

/** The invoices by month and currency: those in review first, then final, then paid. */
export function Invoices() {
  const [filter, setFilter] = useNamedState("invoices", FIRST);
  const search = useSearch("invoices");
  const list = usePages("list-invoices", { ...filter, search: search.query }, asPage);
  const { status, currency } = filter;
  const currencies = list.output?.currencies ?? [];
  return (
    <ScreenFrame title="Invoices" hasBack={false}>
      <ListSearch
        search={search}
        id="invoices-search"
        label="Find invoices by month, currency, status or key"
        hint="Month, currency or status"
        rows={list.total}
      />
      <Chips
        name="invoices-status"
        label="Status"
        options={["" as const, ...invoiceStatuses].map((value) => ({
          value,
          label: value || "All",
        }))}
        value={status}
        onValue={(value) => setFilter({ ...filter, status: value })}
      />
      {currencies.length > 1 && (
        <Chips
          name="invoices-currency"
          label="Currency"
          options={["", ...currencies].map((value) => ({
            value,
            label: value || "All currencies",
          }))}
          value={currency}
          onValue={(value) => setFilter({ ...filter, currency: value })}
        />
      )}
      <PageList
        list={list}
        noun="invoice"
        icon="invoice"
        none={
          status || currency || search.query
            ? { title: "No invoice matches", advice: "Try another word, status or currency." }
            : {
                title: "No invoices yet",
                advice: "The first run of a month opens one for the month before.",
                act: { label: "Run now", go: runAtHome },
              }
        }
        row={(invoice) => <InvoiceCard key={invoice.key} invoice={invoice} />}
      />
    </ScreenFrame>
  );
}
