import { type InvoiceStatus, invoiceStatuses } from "../../engine/vocabulary";
import { InvoiceCard } from "../invoices/invoice-card";
import { Chips } from "../parts/chips";
import { Empty } from "../parts/empty";
import { Refusal } from "../parts/notice";
import { Pager } from "../parts/pager";
import { Skeleton } from "../parts/skeleton";
import { ScreenFrame } from "../shell/screen-frame";
import { useKept } from "../state/store";
import { useLoad } from "../state/use-load";

const filters: readonly { readonly value: InvoiceStatus | ""; readonly label: string }[] = [
  { value: "", label: "All" },
  ...invoiceStatuses.map((value) => ({ value, label: value })),
];

/** The invoices by month and currency: those in review first, then final, then paid. */
export function Invoices() {
  const [status, setStatus] = useKept<InvoiceStatus | "">("invoices status", "");
  const [currency, setCurrency] = useKept("invoices currency", "");
  const [page, setPage] = useKept("invoices page", 1);
  const list = useLoad("list-invoices", { status, currency, page });
  const invoices = list.output;
  const currencies = ["", ...(invoices?.currencies ?? [])];
  return (
    <ScreenFrame title="Invoices">
      <Chips
        name="invoices-status"
        label="Status"
        options={filters}
        value={status}
        onValue={(value) => {
          setStatus(value);
          setPage(1);
        }}
      />
      {currencies.length > 2 && (
        <Chips
          name="invoices-currency"
          label="Currency"
          options={currencies.map((value) => ({ value, label: value || "All currencies" }))}
          value={currency}
          onValue={(value) => {
            setCurrency(value);
            setPage(1);
          }}
        />
      )}
      {list.error && <Refusal error={list.error} onRetry={list.reload} isBusy={list.isLoading} />}
      {!invoices && list.isLoading && <Skeleton rows={4} />}
      {invoices && invoices.total === 0 && !list.error && (
        <Empty icon="invoice" title={status + currency ? "No invoice matches" : "No invoices yet"}>
          <p>
            {status + currency
              ? "Choose another status or currency."
              : "The first run of a month opens one for the rewards of the month before."}
          </p>
        </Empty>
      )}
      {invoices && invoices.total > 0 && (
        <div class={list.isLoading ? "stale" : undefined} aria-busy={list.isLoading}>
          <ul class="card">
            {invoices.rows.map((invoice) => (
              <InvoiceCard key={invoice.key} invoice={invoice} />
            ))}
          </ul>
          <Pager of={invoices} noun="invoice" onPage={setPage} />
        </div>
      )}
    </ScreenFrame>
  );
}
