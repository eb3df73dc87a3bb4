import { type InvoiceStatus, invoiceStatuses } from "../../engine/vocabulary";
import { InvoiceCard } from "../invoices/invoice-card";
import { Chips } from "../parts/chips";
import { ListStates } from "../parts/list-states";
import { Pager } from "../parts/pager";
import { ScreenFrame } from "../shell/screen-frame";
import { useKept } from "../state/store";
import { useLoad } from "../state/use-load";

interface Filter {
  readonly status: InvoiceStatus | "";
  readonly currency: string;
  readonly page: number;
}
const FIRST: Filter = { status: "", currency: "", page: 1 };

/** The invoices by month and currency: those in review first, then final, then paid. */
export function Invoices() {
  const [filter, setFilter] = useKept("invoices", FIRST);
  const list = useLoad("list-invoices", { ...filter });
  const { status, currency } = filter;
  const currencies = list.output?.currencies ?? [];
  return (
    <ScreenFrame title="Invoices">
      <Chips
        name="invoices-status"
        label="Status"
        options={["" as const, ...invoiceStatuses].map((value) => ({
          value,
          label: value || "All",
        }))}
        value={status}
        onValue={(value) => setFilter({ ...filter, status: value, page: 1 })}
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
          onValue={(value) => setFilter({ ...filter, currency: value, page: 1 })}
        />
      )}
      <ListStates
        loaded={list}
        isEmpty={({ total }) => total === 0}
        icon="invoice"
        none={
          status || currency
            ? { title: "No invoice matches", advice: "Choose another status or currency." }
            : {
                title: "No invoices yet",
                advice: "The first run of a month opens one for the month before.",
              }
        }
      >
        {(invoices) => (
          <>
            <ul class="card">
              {invoices.rows.map((invoice) => (
                <InvoiceCard key={invoice.key} invoice={invoice} />
              ))}
            </ul>
            <Pager of={invoices} noun="invoice" onPage={(page) => setFilter({ ...filter, page })} />
          </>
        )}
      </ListStates>
    </ScreenFrame>
  );
}
