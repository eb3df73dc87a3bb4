import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { useLoad } from "../state/use-load";
import type { InvoiceView } from "./invoice-card";
import type { LineActs } from "./use-line-acts";

/** Asks which invoice the chosen lines go to: the next one, or another one in review. */
export function MovePanel(props: {
  readonly invoice: InvoiceView;
  readonly chosen: readonly string[];
  readonly acts: LineActs;
  readonly onClose: () => void;
}) {
  const { invoice, chosen, acts, onClose } = props;
  const { currency } = invoice;
  const list = useLoad("list-invoices", { status: "In review", currency });
  const error = acts.error ?? list.error;
  const place = (key: string, label: string, look?: "action") => (
    <Button
      key={key}
      {...(look && { look })}
      isBusy={acts.isBusy}
      onClick={() => void acts.move(chosen, key)}
    >
      {label}
    </Button>
  );
  return (
    <Panel title={`Move ${text.count(chosen.length, "line")} to`} onClose={onClose}>
      {error && <Refusal error={error} />}
      <div class="buttons">
        {place("", "The next invoice", "action")}
        {list.output?.rows.map(
          ({ key, month }) => key !== invoice.key && place(key, text.month(month)),
        )}
      </div>
    </Panel>
  );
}
