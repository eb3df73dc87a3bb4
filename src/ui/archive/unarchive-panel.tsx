import { useState } from "preact/hooks";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import type { Archivable } from "./archivable";

/** Asks before an archived record is brought back: drips that ended stay ended. */
export function UnarchivePanel(props: {
  readonly record: Archivable;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { record, onClose, onDone } = props;
  const { table, key, name } = record;
  const preview = useLoad("unarchive-record", { table, key });
  const act = useAct("unarchive-record");
  const ended = preview.output?.endedDrips ?? 0;
  const [isContinued, setContinued] = useState(false);
  const { rows = [], more = 0 } = preview.output?.continuable ?? {};
  const count = rows.length + more;
  const bringBack = async () => {
    const reply = await act.start({ table, key, continueDrips: isContinued, confirmed: true });
    if (!reply?.ok) return;
    const goOn = isContinued ? ` ${text.count(count, "drip")} continued.` : "";
    showToast(`${name} is active again.${goOn}`);
    onDone();
  };
  return (
    <Panel title={`Bring ${name} back?`} onClose={onClose}>
      <p aria-live="polite">
        Drips that ended stay ended{ended > 0 && ` (${text.count(ended, "drip")})`}, and what
        happened in the meantime is not processed again.
      </p>
      {count > 0 && (
        <>
          <label class="line inner">
            <input
              type="checkbox"
              checked={isContinued}
              onChange={({ currentTarget }) => setContinued(currentTarget.checked)}
            />
            <span class="grow">
              Continue {text.count(count, "drip")} on {count === 1 ? "its" : "their"} old dates:
            </span>
          </label>
          <ul class="plain">
            {rows.map(({ drip, description, count: parts, amount, from, to }) => (
              <li key={drip}>
                {description || drip}: {text.count(parts, "reward")},{" "}
                {text.money(amount.text, amount.currency)}, {text.day(from)} to {text.day(to)}
              </li>
            ))}
            {more > 0 && <li>and {more} more</li>}
          </ul>
        </>
      )}
      {(act.error ?? preview.error) && <Refusal error={(act.error ?? preview.error) as never} />}
      <div class="buttons">
        <Button look="action" isBusy={act.isBusy} onClick={() => void bringBack()}>
          Bring back
        </Button>
        <Button onClick={onClose}>Keep archived</Button>
      </div>
    </Panel>
  );
}
