import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";

/** Has a row judged that waits for a cell with an error value, as if that cell were blank (CELL-2a). */
export function JudgeAsBlank(props: { readonly event: string; readonly onDone: () => void }) {
  const act = useAct("judge-as-blank");
  const process = async () => {
    const reply = await act.start({ event: props.event });
    if (!reply?.ok) return;
    // A paused program answers, and did nothing.
    showToast(text.said(reply.output.sentence));
    props.onDone();
  };
  return (
    <>
      <p>
        Correct that cell, and the next run processes the row. Or process it now as if the cell were
        blank.
      </p>
      <div class="buttons">
        <Button isBusy={act.isBusy} onClick={() => void process()}>
          Process as blank
        </Button>
      </div>
      {act.error && <Refusal error={act.error} />}
    </>
  );
}
