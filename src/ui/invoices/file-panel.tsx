import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract";
import { type PaymentFormat, paymentFormats } from "../../engine/vocabulary";
import { Button } from "../parts/button";
import { Chips } from "../parts/chips";
import { Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import { Panel } from "../shell/panel";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { text } from "../text";
import { MadeFile } from "./made-file";

type File = Output<"make-payment-file">;
const options = paymentFormats.map((value) => ({ value, label: value }));
const formatOf = (name: string): PaymentFormat =>
  paymentFormats.find((each) => name.includes(`-${each.toLowerCase()}`)) ?? "CSV";

/** Makes a payment file: what goes in it and what is left out, and then the file to download or copy. */
export function FilePanel(props: {
  readonly invoice: string;
  readonly files: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { invoice, files, onClose, onDone } = props;
  const [format, setFormat] = useState<PaymentFormat>("CSV");
  const [made, setMade] = useState<File | undefined>(undefined);
  const preview = useLoad("make-payment-file", { invoice, format, preview: true });
  const act = useAct("make-payment-file");
  const make = async (input: { readonly format: string; readonly again?: string }) => {
    const reply = await act.start({ invoice, ...input });
    if (!reply?.ok) return;
    setMade(reply.output);
    preview.reload();
    onDone();
  };
  const next = preview.output;
  return (
    <Panel title="Payment file" onClose={onClose}>
      <Chips
        name="file-format"
        label="Format"
        options={options}
        value={format}
        onValue={(value) => {
          setFormat(value);
          setMade(undefined);
        }}
      />
      {preview.error && (
        <Refusal error={preview.error} onRetry={preview.reload} isBusy={preview.isLoading} />
      )}
      {!next && preview.isLoading && <Skeleton rows={2} />}
      {made?.text && <MadeFile key={made.name} file={made} />}
      {next && !(made && next.payouts === 0) && (
        <div class={preview.isLoading ? "stale" : undefined} aria-live="polite">
          <p>{sentence(next)}</p>
          {next.leftOut.rows.length > 0 && (
            <details>
              <summary class="faint">
                {text.count(next.leftOut.rows.length + next.leftOut.more, "payout")} left out
              </summary>
              <ul class="points">
                {next.leftOut.rows.map(({ payout, partnerName, why }) => (
                  <li key={payout}>
                    <b>{partnerName}:</b> {why}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
      {act.error && <Refusal error={act.error} />}
      <div class="buttons">
        {next && next.payouts > 0 && (
          <Button look="action" isBusy={act.isBusy} onClick={() => void make({ format })}>
            Make file
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </div>
      {files.map((name) => (
        <p class="line small" key={name}>
          <span class="faint">{name}</span>
          <Button
            look="text"
            label={`Make ${name} again`}
            onClick={() => void make({ format: formatOf(name), again: name })}
          >
            Make again
          </Button>
        </p>
      ))}
    </Panel>
  );
}

function sentence({ payouts, sums, rest }: File): string {
  if (payouts === 0) return "No open payout goes in this file.";
  const sum = sums.map((each) => text.money(each.text, each.currency)).join(", ");
  const more = rest > 0 ? ` The other ${rest} go in the next file.` : "";
  return `${text.count(payouts, "payout")}, ${sum}. They become sent and stay out of later files.${more}`;
}
