import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import { errorAt } from "../form/field-errors";
import { PlainField } from "../form/plain-field";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";
import { useDraft } from "../state/use-draft";
import { BacktestResult } from "./backtest-result";
import type { DraftInput } from "./use-trigger-draft";

const NO_SPAN = { from: "", to: "" };

/** What the draft would have done in the past. Writes nothing, except a tab with the result on request. */
export function BacktestPanel({
  asked: draftInput,
  onClose,
}: {
  readonly asked: DraftInput;
  readonly onClose: () => void;
}) {
  const [span, setSpan] = useDraft("backtest span", NO_SPAN);
  const [result, setResult] = useState<Output<"backtest-trigger"> | undefined>(undefined);
  const test = useAct("backtest-trigger");
  const write = useAct("write-backtest");
  const error = test.error ?? write.error;
  const run = async () => {
    const reply = await test.start({ ...draftInput, ...span });
    if (reply) setResult(reply.ok ? reply.output : undefined);
  };
  const writeTab = async () => {
    const reply = await write.start({ ...draftInput, ...span });
    if (reply?.ok) showToast(`The result is on the tab “${reply.output.tab}”.`);
  };
  const day = (id: keyof typeof span, label: string, hint: string) => (
    <PlainField
      id={`backtest-${id}`}
      label={label}
      hint={hint}
      isDate
      error={errorAt(error, id)}
      value={span[id]}
      onValue={(value) => {
        setSpan({ ...span, [id]: value });
        setResult(undefined);
      }}
    />
  );
  return (
    <Panel title="Backtest" onClose={onClose}>
      <p>What it would have done with the existing rows. Nothing is granted.</p>
      <div class="range">
        {day("from", "From", "Blank means the program's start.")}
        {day("to", "To", "Blank means today.")}
      </div>
      {error && <Refusal error={error} />}
      <div class="buttons">
        <Button look="action" isBusy={test.isBusy} onClick={() => void run()}>
          {test.isBusy ? "Calculating" : "Backtest"}
        </Button>
        {result && (
          <Button isBusy={write.isBusy} onClick={() => void writeTab()}>
            Write to a tab
          </Button>
        )}
      </div>
      <div aria-live="polite">{result && <BacktestResult result={result} />}</div>
    </Panel>
  );
}
