import type { ExecutionLine } from "../../wire";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { useAnswer } from "./use-answer";

/** All executions, the latest first, with what each cost. */
export function ExecutionsPanel() {
  const executions = usePart(client, ({ page }) => page?.executions ?? 0);
  const list = useAnswer("executions", executions);
  if (list === null) return null;
  if (list.length === 0) return <p class="nothing">Nothing has been executed yet.</p>;
  return (
    <ul class="execution-list" aria-label="Executions">
      {list.map((line) => (
        <ExecutionRow key={line.id} line={line} />
      ))}
    </ul>
  );
}

const count = new Intl.NumberFormat("en-US");

/** One execution; it opens to its error, its log and its calls by method. */
export function ExecutionRow({ line }: { readonly line: ExecutionLine }) {
  return (
    <li>
      <details class="execution">
        <summary>
          <span class={`outcome is-${line.status}`}>{line.status}</span>
          <strong class="execution-name">{line.name}</strong>
          <span class="execution-kind">{line.kind}</span>
          <span class="execution-when">{line.startedAt}</span>
          <span class="figures">
            <Figure value={line.calls} of="calls" />
            <Figure value={line.roundTrips} of="round trips" />
            <Figure value={line.cellsRead} of="cells read" />
            <Figure value={line.cellsWritten} of="written" />
            <Figure value={line.characters} of="characters" />
            <Figure value={line.ms} of="ms here" />
            <span class="figure" title="Estimated from the calls and cells, not measured">
              about <b>{line.seconds.toFixed(1)}</b> s on Google
            </span>
          </span>
        </summary>
        {line.error !== null && <p class="execution-error">{line.error}</p>}
        {line.logs.length > 0 && <pre class="execution-log">{line.logs.join("\n")}</pre>}
        <ul class="by-method" aria-label="Calls by method">
          {line.byMethod.map(([method, calls]) => (
            <li key={method}>
              <span>{method}</span> <b>{count.format(calls)}</b>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function Figure({ value, of }: { readonly value: number; readonly of: string }) {
  return (
    <span class="figure">
      <b>{count.format(value)}</b> {of}
    </span>
  );
}
