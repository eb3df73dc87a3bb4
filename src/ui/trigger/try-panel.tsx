import { useState } from "preact/hooks";
import type { EventKind } from "../../engine/kernel/vocabulary";
import type { Choice } from "../form/choice";
import { text } from "../format/text";
import { Notice, Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { Skeleton } from "../parts/skeleton";
import { useLoad } from "../state/use-load";
import { EventField } from "./event-field";
import type { DraftInput } from "./use-trigger-draft";

/** Tries the draft on a row: each condition with the value found, and the outcome. Writes nothing. */
export function TryPanel(props: {
  readonly draftInput: DraftInput;
  readonly event: EventKind;
  readonly onClose: () => void;
}) {
  const { draftInput, event, onClose } = props;
  const [row, setRow] = useState<Choice | undefined>(undefined);
  const { output, error, isLoading, reload } = useLoad(
    "try-trigger",
    { ...draftInput, event: row?.key ?? "" },
    row !== undefined,
  );
  const tried = row && !isLoading && !error ? output : undefined;
  return (
    <Panel title="Try it on a row" onClose={onClose}>
      <EventField id="try-row" event={event} chosen={row} onChoose={setRow} />
      {row && isLoading && <Skeleton rows={2} />}
      {row && error && <Refusal error={error} onRetry={reload} isBusy={isLoading} />}
      <div aria-live="polite">
        {tried && (
          <>
            <Notice tone={tried.acts ? "good" : "warning"}>
              <p>
                {tried.acts ? "It would apply" : "It would not apply"}
                {tried.on && ` on ${text.day(tried.on)}`}: {text.said(tried.outcome)}.
              </p>
            </Notice>
            <ul class="tried">
              {tried.conditions.map(({ depth, text: said, found, source, holds }) => (
                <li
                  key={`${depth} ${text.said(said)} ${text.said(found ?? "")}`}
                  style={{ marginLeft: `${depth * 12}px` }}
                >
                  <p>
                    <b class={holds ? "held" : "failed"}>{holds ? "Yes" : "No"}</b>{" "}
                    {text.said(said)}
                  </p>
                  {found !== null && (
                    <p class="faint small">
                      Found {text.said(found)}, {source}
                    </p>
                  )}
                </li>
              ))}
            </ul>
            {tried.more > 0 && <p class="faint">and {text.count(tried.more, "more condition")}</p>}
          </>
        )}
      </div>
    </Panel>
  );
}
