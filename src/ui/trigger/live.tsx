import { useState } from "preact/hooks";
import { fieldsOf } from "../form/definitions";
import { PlainField } from "../form/plain-field";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Notice, Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import { complaintText } from "../rules/rule-form";
import { BacktestPanel } from "./backtest-panel";
import { Timeline } from "./timeline";
import { TryPanel } from "./try-panel";
import type { Example, TriggerDraft } from "./use-trigger-draft";

const labels = new Map(fieldsOf("save-trigger").map(({ id, label }) => [id, label]));

/** A long sentence scrolls, so it is reached by keyboard. */
const scrolls = { tabIndex: 0 };

/** What the draft would do, updated while typing: the sentence, every date and amount, and what is missing. */
export function Live(props: {
  readonly draft: TriggerDraft;
  readonly example: Example;
  readonly onExample: (example: Example) => void;
}) {
  const { draft, example, onExample } = props;
  const [openPanel, setOpenPanel] = useState<"try" | "backtest" | undefined>(undefined);
  const close = () => setOpenPanel(undefined);
  const { output, error, isLoading, reload } = draft.live;
  const described = output?.kind === "described" ? output : undefined;
  const preview = described?.preview;
  const missing = new Set(
    (output?.problems ?? []).map(({ column }) =>
      column === "rules" ? "the rules" : (labels.get(column) ?? column),
    ),
  );
  return (
    <section class="live" aria-label="What it would do">
      <h2>What it would do</h2>
      {!output && !error && <Skeleton rows={2} />}
      {error && <Refusal error={error} onRetry={reload} isBusy={isLoading} />}
      {output && (
        <div class="said" aria-live="polite" aria-busy={isLoading} {...scrolls}>
          {described?.sentence
            ? text.said(described.sentence)
            : `Not complete yet: ${[...missing].join(", ")}.`}
        </div>
      )}
      <div aria-live="polite">
        {output && output.problems.length > 0 && (
          <Notice tone="warning">
            <p>Before it can be saved:</p>
            <ul class="plain">
              {output.problems.map(({ column, message, rule }) => (
                <li key={column + text.said(message)}>
                  {column !== "rules" && <b>{labels.get(column) ?? column}: </b>}
                  {rule ? complaintText(rule) : text.said(message)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {preview?.warnings.map((warning) => (
          <Notice key={text.said(warning)} tone="warning">
            <p>{text.said(warning)}</p>
          </Notice>
        ))}
        {described && described.overlaps.length > 0 && (
          <p class="faint">
            Other triggers that apply too:{" "}
            {described.overlaps
              .map(({ name, isFirst }) => `${name}${isFirst ? " (runs first)" : ""}`)
              .join(", ")}
            .
          </p>
        )}
      </div>
      {preview && preview.rows.length > 0 && <Timeline preview={preview} />}
      <div class="buttons">
        <Button onClick={() => setOpenPanel("try")}>Try it</Button>
        <Button onClick={() => setOpenPanel("backtest")}>Backtest</Button>
      </div>
      <div class="pair">
        <PlainField
          id="live-on"
          label="If it happened on"
          isDate
          value={example.on}
          onValue={(on) => onExample({ ...example, on })}
        />
        {draft.form.text("percent") !== "" && (
          <PlainField
            id="live-sale"
            label="Example sale"
            {...(described && {
              hint: `Blank means ${text.money(described.example.text, described.example.currency)}.`,
            })}
            value={example.exampleAmount}
            onValue={(exampleAmount) => onExample({ ...example, exampleAmount })}
          />
        )}
      </div>
      {openPanel === "try" && (
        <TryPanel draftInput={draft.draftInput} event={draft.event} onClose={close} />
      )}
      {openPanel === "backtest" && <BacktestPanel asked={draft.draftInput} onClose={close} />}
    </section>
  );
}
