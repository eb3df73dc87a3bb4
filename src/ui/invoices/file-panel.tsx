import { useRef, useState } from "preact/hooks";
import type { Input, Output } from "../../engine/contract/contract";
import { wordsOf } from "../form/definitions";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Chips } from "../parts/chips";
import { MadeFile } from "../parts/made-file";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { LeftOut } from "./left-out";

type File = Output<"make-payment-file">;
type PaymentFormat = Input<"make-payment-file">["format"];
const paymentFormats = wordsOf("make-payment-file", "format") as readonly PaymentFormat[];
const formatOf = (name: string): PaymentFormat =>
  paymentFormats.find((each) => name.includes(`-${each.toLowerCase()}`)) ?? "CSV";

/** Makes a payment file: shows what goes into it and what is left out, then the file to download or copy. */
export function FilePanel(props: {
  readonly invoice: string;
  readonly files: readonly string[];
  /** How many payouts are sent and not yet paid. */
  readonly sent: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
  /** Goes on to record what was sent as paid. */
  readonly onPay: () => void;
}) {
  const { invoice, files, sent, onClose, onDone, onPay } = props;
  const [format, setFormat] = useState<PaymentFormat>("CSV");
  const [made, setMade] = useState<File | undefined>(undefined);
  const preview = useLoad("make-payment-file", { invoice, format, preview: true });
  const act = useAct("make-payment-file");
  const asked = useRef("");
  const make = async (again = "", repeat = false) => {
    asked.current = again;
    const input = { invoice, again, format: again ? formatOf(again) : format, repeat };
    const reply = await act.start(input);
    if (!reply?.ok) return;
    setMade(reply.output);
    preview.reload();
    onDone();
  };
  const next = preview.output;
  const error = act.error ?? preview.error;
  return (
    <Panel title="Payment file" onClose={onClose}>
      <Chips
        name="file-format"
        label="Format"
        options={paymentFormats.map((value) => ({ value, label: value }))}
        value={format}
        onValue={setFormat}
      />
      {made && <MadeFile file={made} about={sumsText(made)} />}
      <div aria-live="polite" aria-busy={preview.isLoading}>
        {next && (next.payouts > 0 || !made) && <Contents file={next} />}
      </div>
      {error && (
        <Refusal
          error={error}
          onRetry={preview.reload}
          onRepeat={() => void make(asked.current, true)}
          isBusy={preview.isLoading || act.isBusy}
        />
      )}
      <div class="buttons">
        {next && next.payouts > 0 && (
          <Button look="action" isBusy={act.isBusy} onClick={() => void make()}>
            Make file
          </Button>
        )}
        {made && sent > 0 && (
          <Button {...(next?.payouts === 0 && { look: "action" })} onClick={onPay}>
            Mark {text.number(sent)} sent as paid
          </Button>
        )}
        <Button onClick={onClose}>Close</Button>
      </div>
      {files.map((name) => (
        <p class="line small" key={name}>
          <span class="faint">{name}</span>
          <Button look="text" label={`Make ${name} again`} onClick={() => void make(name)}>
            Make again
          </Button>
        </p>
      ))}
    </Panel>
  );
}

const sumsText = ({ payouts, sums }: File): string =>
  [text.count(payouts, "payout"), ...sums.map((sum) => text.money(sum.text, sum.currency))].join(
    ", ",
  );

/** What would go into a file, and what would not. */
function Contents({ file }: { readonly file: File }) {
  const { payouts, rest, leftOut } = file;
  const more = rest > 0 ? ` The other ${rest} go in the next file.` : "";
  return (
    <>
      <p>
        {payouts > 0
          ? `${sumsText(file)}. They are marked as sent and left out of later files.${more}`
          : "There are no open payouts for this file."}
      </p>
      <LeftOut leftOut={leftOut} />
    </>
  );
}
