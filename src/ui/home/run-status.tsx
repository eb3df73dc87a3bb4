import { useEffect, useState } from "preact/hooks";
import type { Sentence } from "../../engine/kernel/message";
import { text } from "../format/text";
import { IconButton } from "../parts/button";
import { Notice, Refusal } from "../parts/notice";
import { useStore } from "../state/store";
import { clearOutcome, runNow, runStore } from "./run-store";

const dismiss = <IconButton icon="close" label="Dismiss" onClick={clearOutcome} />;

/** The run started here: in progress, done, or refused. */
export function RunStatus() {
  const state = useStore(runStore);
  switch (state.status) {
    case "idle":
      return null;
    case "running":
      return <Running since={state.since} parts={state.parts} />;
    case "failed":
      return <Refusal error={state.error} onRetry={() => void runNow()} beside={dismiss} />;
    case "done":
      return (
        <Notice tone="good" beside={dismiss}>
          <div role="status">
            {state.parts.map((part) => (
              <p key={text.said(part)}>{text.said(part)}</p>
            ))}
          </div>
        </Notice>
      );
    default:
      return state satisfies never;
  }
}

function Running(props: { readonly since: number; readonly parts: readonly Sentence[] }) {
  const seconds = useSecondsSince(props.since);
  const latest = props.parts[props.parts.length - 1];
  return (
    <div class="running">
      <progress aria-label="Running" />
      <p role="status">{latest ? `So far: ${text.said(latest)}` : "The run is in progress."}</p>
      <p class="faint">
        {seconds > 0 && `${text.count(seconds, "second")}. `}You can keep working meanwhile.
      </p>
    </div>
  );
}

function useSecondsSince(since: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - since) / 1000));
}
