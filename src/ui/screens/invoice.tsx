import { useState } from "preact/hooks";
import { text } from "../format/text";
import { Actions } from "../invoices/actions";
import { Asked, type Asking } from "../invoices/asked";
import { InvoiceHead, type View, viewsOf } from "../invoices/invoice-head";
import { invoiceRows } from "../invoices/invoice-rows";
import { Lines } from "../invoices/lines";
import { Payout } from "../invoices/payout";
import type { Chosen } from "../invoices/tick";
import { useLineActs } from "../invoices/use-line-acts";
import { IconButton } from "../parts/button";
import { Chips } from "../parts/chips";
import { ListSearch } from "../parts/list-search";
import { Refusal } from "../parts/notice";
import { PageList } from "../parts/page-list";
import { say } from "../parts/toast";
import { openWide } from "../shell/open-wide";
import { ScreenFrame } from "../shell/screen-frame";
import { isWide } from "../state/opened-as";
import { usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";

const NONE: Chosen = new Set();

/** One invoice: its lines by partner, what came late, its payouts, and all that is done with them. */
export function Invoice({ about }: { readonly about: string }) {
  const [view, setView] = useState<View>("");
  const [chosen, setChosen] = useState(NONE);
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const search = useSearch(`invoice ${about}`);
  const input = { invoice: about, view, search: search.asked };
  const list = usePages("show-invoice", input, invoiceRows);
  const show = (next: View) => {
    setView(next);
    setChosen(NONE);
  };
  const done = () => {
    setAsking(undefined);
    show("");
    list.reload();
  };
  const acts = useLineActs(about, done);
  const addAll = async () => {
    const all = await list.rows(0, list.total);
    if (all.ok) await acts.add(all.output.flatMap((row) => ("line" in row ? [row.line.key] : [])));
    else say(all.error.message);
  };
  const of = list.output;
  const common = of && { of, chosen: [...chosen], acts };
  const canAct = of && (of.invoice.toPay.count > 0 || !of.invoice.finalizedOn);
  const isFinal = Boolean(of?.invoice.finalizedOn);
  return (
    <ScreenFrame
      title={of ? `${text.month(of.invoice.month)} · ${of.invoice.currency}` : "Invoice"}
      hasBack
      beside={
        !isWide && (
          <IconButton
            icon="wide"
            label="Open in a wide dialog"
            onClick={() => void openWide({ screen: "invoice", about })}
          />
        )
      }
      status={acts.error && !asking && <Refusal error={acts.error} />}
      actions={
        common && canAct && <Actions {...common} onAsk={setAsking} onAddAll={() => void addAll()} />
      }
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
          <ListSearch
            search={search}
            id="invoice-search"
            label="Find by partner, customer, text or key"
            hint="Partner, customer, text or key"
            rows={list.total}
          />
        </>
      )}
      <PageList
        list={list}
        noun={of?.shown.kind === "payouts" ? "payout" : "line"}
        icon="invoice"
        none={
          search.asked === ""
            ? { title: "Nothing here", advice: "What was carried stands on the next invoice." }
            : { title: "Nothing matches", advice: "Try another word." }
        }
        groups={(rows, from) => {
          const payouts = rows.flatMap((row) => ("payout" in row ? [row.payout] : []));
          if (payouts.length > 0) {
            return (
              <ul class="card">
                {payouts.map((payout) => (
                  <Payout
                    key={payout.key}
                    payout={payout}
                    chosen={chosen}
                    onChosen={setChosen}
                    onAsk={setAsking}
                  />
                ))}
              </ul>
            );
          }
          return (
            <Lines
              rows={rows.flatMap((row) => ("line" in row ? [row] : []))}
              from={from}
              list={list}
              isOpen={!isFinal && of?.shown.kind === "lines"}
              currency={of?.invoice.currency ?? ""}
              chosen={chosen}
              onChosen={isFinal ? undefined : setChosen}
              onAsk={setAsking}
            />
          );
        }}
      />
      {common && asking && (
        <Asked
          {...common}
          asking={asking}
          onClose={() => setAsking(undefined)}
          onDone={done}
          onChange={list.reload}
        />
      )}
    </ScreenFrame>
  );
}
