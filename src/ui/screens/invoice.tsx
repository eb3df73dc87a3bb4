import { useState } from "preact/hooks";
import { sumOfDecimals } from "../format/sums";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { Actions } from "../invoices/actions";
import { InvoiceHead, type View, viewsOf } from "../invoices/invoice-head";
import { invoiceRows } from "../invoices/invoice-rows";
import { Lines } from "../invoices/lines";
import { Payout } from "../invoices/payout";
import { type Question, QuestionPanel } from "../invoices/question-panel";
import type { Chosen } from "../invoices/tick";
import { takenOff, useLineActs } from "../invoices/use-line-acts";
import { IconButton } from "../parts/button";
import { Chips } from "../parts/chips";
import { ListSearch } from "../parts/list-search";
import { Refusal } from "../parts/notice";
import { PageList } from "../parts/page-list";
import { showToast } from "../parts/toast";
import { openWide } from "../shell/open-wide";
import { open } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import { isWide } from "../state/opened-as";
import { usePages } from "../state/use-pages";
import { useSearch } from "../state/use-search";

const NONE: Chosen = new Set();

/** One invoice: its lines by partner, late rewards, its payouts, and everything that is done with them. */
export function Invoice({ about }: { readonly about: string }) {
  const [view, setView] = useState<View>("");
  const [chosen, setChosen] = useState(NONE);
  const [question, setQuestion] = useState<Question | undefined>(undefined);
  const search = useSearch(`invoice ${about}`);
  const input = { invoice: about, view, search: search.query };
  const list = usePages("show-invoice", input, invoiceRows, () => ({
    takenOff: takenOff(about).get(),
  }));
  const show = (next: View) => {
    setView(next);
    setChosen(NONE);
  };
  const done = () => {
    setQuestion(undefined);
    show("");
    list.reload();
  };
  const acts = useLineActs(about, done);
  const addAll = async () => {
    const all = await list.rows(0, list.total);
    if (all.ok) await acts.add(all.output.flatMap((row) => ("line" in row ? [row.line.key] : [])));
    else showToast(text.refused(all.error));
  };
  const output = list.output;
  const common = output && { view: output, chosen: [...chosen], acts };
  const canAct = output && (output.invoice.toPay.count > 0 || !output.invoice.finalizedOn);
  const isFinal = Boolean(output?.invoice.finalizedOn);
  const noun = output?.shown.kind === "payouts" ? "payout" : "line";
  /** What the ticked come to; "" while some of them are not loaded, as after a search. */
  const sumOfChosen = (): string => {
    const ticked = Array.from({ length: list.total }, (_, at) => {
      const row = list.rowAt(at);
      return row && ("line" in row ? row.line : row.payout);
    }).filter((each) => each !== undefined && chosen.has(each.key));
    const sum = sumOfDecimals(ticked.map((each) => each?.amount ?? "0"));
    return ticked.length === chosen.size && output ? text.money(sum, output.invoice.currency) : "";
  };
  return (
    <ScreenFrame
      title={
        output ? `${text.month(output.invoice.month)} · ${output.invoice.currency}` : "Invoice"
      }
      beside={
        <>
          <IconButton
            icon="settings"
            label="Filter, sort and group its rewards"
            onClick={() => open({ screen: "review", about })}
          />
          {!isWide && (
            <IconButton
              icon="wide"
              label="Open in a wide dialog"
              onClick={() => void openWide({ screen: "invoice", about })}
            />
          )}
        </>
      }
      status={
        <>
          {acts.error && !question && <Refusal error={acts.error} />}
          {output && chosen.size > 0 && (
            <p class="strong selection" role="status">
              {joinWithDots([text.count(chosen.size, noun), sumOfChosen()])}
            </p>
          )}
        </>
      }
      actions={
        common &&
        canAct && <Actions {...common} onQuestion={setQuestion} onAddAll={() => void addAll()} />
      }
    >
      {output && (
        <>
          <InvoiceHead view={output} onLate={() => show("late")} />
          {viewsOf(output).length > 1 && (
            <Chips
              name="invoice-view"
              label="Show"
              options={viewsOf(output)}
              value={output.shown.kind}
              onValue={show}
            />
          )}
          <ListSearch
            search={search}
            id="invoice-search"
            label="Find by amount, day, partner, customer or text"
            hint="Amount, day, partner or text"
            rows={list.total}
          />
        </>
      )}
      <PageList
        list={list}
        noun={noun}
        icon="invoice"
        none={
          search.query === ""
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
                    onQuestion={setQuestion}
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
              isOpen={!isFinal && output?.shown.kind === "lines"}
              currency={output?.invoice.currency ?? ""}
              chosen={chosen}
              onChosen={isFinal ? undefined : setChosen}
              onQuestion={setQuestion}
            />
          );
        }}
      />
      {common && question && (
        <QuestionPanel
          {...common}
          question={question}
          onClose={() => setQuestion(undefined)}
          onQuestion={setQuestion}
          onDone={done}
          onChange={list.reload}
        />
      )}
    </ScreenFrame>
  );
}
