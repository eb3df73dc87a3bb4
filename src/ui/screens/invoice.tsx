import { useState } from "preact/hooks";
import { Actions } from "../invoices/actions";
import { Asked, type Asking } from "../invoices/asked";
import { InvoiceHead, type View, viewsOf } from "../invoices/invoice-head";
import { Lines } from "../invoices/lines";
import { Payouts } from "../invoices/payouts";
import type { Chosen } from "../invoices/tick";
import { useLineActs } from "../invoices/use-line-acts";
import { IconButton } from "../parts/button";
import { Chips } from "../parts/chips";
import { ListStates } from "../parts/list-states";
import { Refusal } from "../parts/notice";
import { Pager } from "../parts/pager";
import { openWide } from "../shell/open-wide";
import { ScreenFrame } from "../shell/screen-frame";
import { isWide } from "../state/opened-as";
import { useLoad } from "../state/use-load";
import { text } from "../text";

const NONE: Chosen = new Set();

/** One invoice: its lines by partner, what came late, its payouts, and all that is done with them. */
export function Invoice({ about }: { readonly about: string }) {
  const [{ view, page }, setShown] = useState<{ readonly view: View; readonly page: number }>({
    view: "",
    page: 1,
  });
  const [chosen, setChosen] = useState(NONE);
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const load = useLoad("show-invoice", { invoice: about, view, page });
  const show = (next: View) => {
    setShown({ view: next, page: 1 });
    setChosen(NONE);
  };
  const done = () => {
    setAsking(undefined);
    show("");
    load.reload();
  };
  const acts = useLineActs(about, done);
  const of = load.output;
  const common = of && { of, chosen: [...chosen], acts };
  const canAct = of && (of.invoice.toPay.count > 0 || !of.invoice.finalizedOn);
  return (
    <ScreenFrame
      title={of ? `${text.month(of.invoice.month)} · ${of.invoice.currency}` : "Invoice"}
      hasBack
      beside={
        !isWide && (
          <IconButton
            icon="wide"
            label="Open in a wide window"
            onClick={() => void openWide({ screen: "invoice", about })}
          />
        )
      }
      status={acts.error && !asking && <Refusal error={acts.error} />}
      actions={common && canAct && <Actions {...common} onAsk={setAsking} />}
    >
      {of && (
        <>
          <InvoiceHead of={of} onLate={() => show("late")} />
          {viewsOf(of).length > 1 && (
            <Chips
              name="invoice-view"
              label="Show"
              options={viewsOf(of)}
              value={of.shown.kind}
              onValue={show}
            />
          )}
        </>
      )}
      <ListStates
        loaded={load}
        isEmpty={({ shown }) => shown.page.total === 0}
        icon="invoice"
        none={{ title: "Nothing here", advice: "What was carried stands on the next invoice." }}
      >
        {({ invoice, shown }) => (
          <>
            {shown.kind === "payouts" ? (
              <Payouts
                rows={shown.page.rows}
                chosen={chosen}
                onChosen={setChosen}
                onAsk={setAsking}
              />
            ) : (
              <Lines
                shown={shown}
                currency={invoice.currency}
                chosen={chosen}
                onChosen={invoice.finalizedOn ? undefined : setChosen}
                onAsk={setAsking}
              />
            )}
            {shown.page.pages > 1 && (
              <Pager
                of={shown.page}
                noun="line"
                onPage={(at) => setShown({ view: shown.kind, page: at })}
              />
            )}
          </>
        )}
      </ListStates>
      {common && asking && (
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
