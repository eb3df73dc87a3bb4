import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";

type Taken = Output<"undo-import">;

/** More would push the buttons out of sight. */
const MOST_NAMED = 10;
const staying = ({ stays, more }: Taken): number => stays.length + more;

/** Says what undoing an import would remove and what stays, and does it once it is confirmed. */
export function UndoPanel(props: {
  readonly formId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { formId, onClose, onDone } = props;
  const preview = useLoad("preview-undo-import", { formId });
  const act = useAct("undo-import");
  const undo = async () => {
    const reply = await act.start({ formId });
    if (!reply?.ok) return;
    showToast(`Removed: ${removedText(reply.output)}.`);
    onDone();
  };
  return (
    <Panel title="Undo this import" onClose={onClose}>
      <WhenLoaded loaded={preview} bars={2}>
        {(taken) => (
          <>
            <p>Removes {removedText(taken)}.</p>
            {taken.stays.length > 0 && (
              <>
                <p class="strong">{text.count(staying(taken), "row stays", "rows stay")}:</p>
                <ul>
                  {taken.stays.slice(0, MOST_NAMED).map(({ tab, key, why }) => (
                    <li key={`${tab} ${key}`}>
                      {tab} “{key}”: {why}
                    </li>
                  ))}
                  {staying(taken) > MOST_NAMED && <li>and {staying(taken) - MOST_NAMED} more</li>}
                </ul>
              </>
            )}
          </>
        )}
      </WhenLoaded>
      {act.error && <Refusal error={act.error} />}
      <div class="buttons">
        {preview.output && (
          <Button look="action" isBusy={act.isBusy} onClick={() => void undo()}>
            Undo the import
          </Button>
        )}
        <Button onClick={onClose}>Keep it</Button>
      </div>
    </Panel>
  );
}

const removedText = ({ removed }: Taken): string =>
  joinWithDots([
    text.count(removed.transactions, "transaction"),
    removed.customers > 0 && text.count(removed.customers, "customer"),
    removed.partners > 0 && text.count(removed.partners, "partner"),
    removed.rewards > 0 && text.count(removed.rewards, "reward"),
    removed.drips > 0 && text.count(removed.drips, "drip"),
  ]);
