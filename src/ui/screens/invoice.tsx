import { useState } from "preact/hooks";
import { Actions } from "../invoices/actions";
import { Asked, type Asking } from "../invoices/asked";
import { InvoiceTag } from "../invoices/invoice-card";
import { InvoiceHead, type View, viewsOf } from "../invoices/invoice-head";
import { type Chosen, Lines } from "../invoices/lines";
import { Payouts } from "../invoices/payouts";
import { useLineActs } from "../invoices/use-line-acts";
import { Chips } from "../parts/chips";
import { Empty } from "../parts/empty";
import { Refusal } from "../parts/notice";
import { Pager } from "../parts/pager";
import { Skeleton } from "../parts/skeleton";
import { ScreenFrame } from "../shell/screen-frame";
import { useLoad } from "../state/use-load";
import { text } from "../text";

const NONE: Chosen = new Set();

/** One invoice: its lines by partner, what came late, its payouts, and all that is done with them. */
export function Invoice({ about }: { readonly about: string }) {
  const [view, setView] = useState<View>("");
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState(NONE);
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const load = useLoad("show-invoice", { invoice: about, view, page });
  const show = (next: View, at = 1) => {
    setView(next);
    setPage(at);
    setChosen(NONE);
  };
  const done = () => {
    setAsking(undefined);
    show("");
    load.reload();
  };
  const acts = useLineActs(about, done);
  const { output, error } = load;
  if (!output) {
    return (
      <ScreenFrame title="Invoice" hasBack>
        {error && <Refusal error={error} onRetry={load.reload} isBusy={load.isLoading} />}
        {load.isLoading && <Skeleton rows={4} />}
      </ScreenFrame>
    );
  }
  const { invoice, shown } = output;
  const isOpen = invoice.status === "In review";
  const canAct = isOpen || invoice.toPay.count > 0;
  const common = { of: output, chosen: [...chosen], acts };
  return (
    <ScreenFrame
      title={`${text.month(invoice.month)} · ${invoice.currency}`}
      hasBack
      beside={<InvoiceTag invoice={invoice} />}
      status={acts.error && !asking && <Refusal error={acts.error} />}
      actions={canAct && <Actions {...common} onAsk={setAsking} />}
    >
      <InvoiceHead of={output} onLate={() => show("late")} />
      <Chips
        name="invoice-view"
        label="Show"
        options={viewsOf(output)}
        value={shown.kind}
        onValue={show}
      />
      {error && <Refusal error={error} onRetry={load.reload} isBusy={load.isLoading} />}
      <div class={load.isLoading ? "stale" : undefined} aria-busy={load.isLoading}>
        {shown.page.total === 0 ? (
          <Empty icon="invoice" title={`No ${shown.kind === "late" ? "late rewards" : shown.kind}`}>
            {shown.kind === "payouts" && <p>Its sums were carried to the next invoice.</p>}
          </Empty>
        ) : shown.kind === "payouts" ? (
          <Payouts
            shown={shown}
            chosen={chosen}
            onChosen={setChosen}
            onReturn={({ key, partnerName }) =>
              setAsking({ kind: "return", payout: key, name: partnerName })
            }
          />
        ) : (
          <Lines
            shown={shown}
            currency={invoice.currency}
            chosen={chosen}
            onChosen={isOpen ? setChosen : undefined}
            onWriteOff={(part) => setAsking({ kind: "write off", part })}
          />
        )}
        {shown.page.pages > 1 && (
          <Pager of={shown.page} noun="line" onPage={(at) => show(shown.kind, at)} />
        )}
      </div>
      {asking && (
        <Asked
          {...common}
          asking={asking}
          onClose={() => setAsking(undefined)}
          onDone={done}
          onChange={load.reload}
        />
      )}
    </ScreenFrame>
  );
}
