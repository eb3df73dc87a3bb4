import { useState } from "preact/hooks";
import type { Output, ReplyError } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { call } from "../state/call";

/** The most sales that one call processes again. */
const AT_A_TIME = 100;
type Counts = Output<"judge-again">["counts"];

/** Processes sales again, a hundred at a time: first says what would come of it, then does it. */
export function ProcessAgain(props: {
  readonly keys: readonly string[];
  readonly onDone: () => void;
}) {
  const { keys, onDone } = props;
  const of = keys.join("\n");
  const [seen, setSeen] = useState<{ readonly of: string; readonly counts: Counts } | undefined>(
    undefined,
  );
  // What would come of other sales, or of a part of these, is nothing to confirm.
  const counts = seen?.of === of ? seen.counts : undefined;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ReplyError | undefined>(undefined);
  const process = async (confirmed: boolean) => {
    setBusy(true);
    setError(undefined);
    const sum: Record<string, number> = {};
    let isWhole = true;
    for (let at = 0; at < keys.length; at += AT_A_TIME) {
      const reply = await call("judge-again", {
        events: keys.slice(at, at + AT_A_TIME),
        confirmed,
      });
      if (!reply.ok) {
        setError(reply.error);
        isWhole = false;
        break;
      }
      for (const [kind, n] of Object.entries(reply.output.counts)) sum[kind] = (sum[kind] ?? 0) + n;
    }
    setBusy(false);
    setSeen(confirmed || !isWhole ? undefined : { of, counts: sum });
    if (confirmed) onDone();
  };
  const said = Object.entries(counts ?? {}).map(([kind, n]) => `${n} ${kind}`);
  return (
    <>
      {counts && <p>Rewards: {said.join(", ") || "none"}.</p>}
      {error && <Refusal error={error} />}
      <div class="buttons">
        <Button isBusy={isBusy} onClick={() => void process(counts !== undefined)}>
          {counts
            ? `Process ${text.count(keys.length, "sale")} again`
            : `See what ${text.count(keys.length, "sale")} would earn`}
        </Button>
      </div>
    </>
  );
}
