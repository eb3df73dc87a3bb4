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
  const bringBack = async () => {
    const reply = await act.start({ table, key, confirmed: true });
    if (!reply?.ok) return;
    showToast(`${name} is active again.`);
    onDone();
  };
  return (
    <Panel title={`Bring ${name} back?`} onClose={onClose}>
      <p aria-live="polite">
        Drips that ended stay ended{ended > 0 && ` (${text.count(ended, "drip")})`}, and what
        happened in the meantime is not processed again.
      </p>
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
