import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../shell/panel";
import { useLoad } from "../state/use-load";
import { text } from "../text";
import type { InvoiceView } from "./invoice-card";
import type { LineActs } from "./use-line-acts";

/** Asks where the chosen lines go: to the next invoice, or to another one in review. */
export function MovePanel(props: {
  readonly invoice: InvoiceView;
  readonly count: number;
  readonly acts: LineActs;
  readonly onMove: (to: string) => void;
  readonly onClose: () => void;
}) {
  const { invoice, count, acts, onMove, onClose } = props;
  const [to, setTo] = useState("");
  const { currency } = invoice;
  const list = useLoad("list-invoices", { status: "In review", currency });
  const others = list.output?.rows.filter(({ key }) => key !== invoice.key) ?? [];
  const places = [
    { key: "", label: "The next invoice" },
    ...others.map(({ key, month }) => ({ key, label: `${text.month(month)}, in review` })),
  ];
  return (
    <Panel title={`Move ${text.count(count, "line")}`} onClose={onClose}>
      {list.error && <Refusal error={list.error} onRetry={list.reload} isBusy={list.isLoading} />}
      <fieldset class="field">
        <legend class="group-label">To</legend>
        {places.map(({ key, label }) => (
          <label class="choice" key={key}>
            <input type="radio" name="move-to" checked={to === key} onChange={() => setTo(key)} />
            {label}
          </label>
        ))}
      </fieldset>
      {acts.error && <Refusal error={acts.error} />}
      <div class="buttons">
        <Button look="action" isBusy={acts.isBusy} onClick={() => onMove(to)}>
          Move
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Panel>
  );
}
