import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { useAct } from "../state/use-act";

/** Has a row judged that waits for a cell with an error value, as if that cell were blank (CELL-2a). */
export function JudgeAsBlank(props: { readonly event: string; readonly onDone: () => void }) {
  const act = useAct("judge-as-blank");
  return (
    <>
      <p>
        Correct that cell, and the next run processes the row. Or process it now as if the cell were
        blank.
      </p>
      <div class="buttons">
        <Button
          isBusy={act.isBusy}
          onClick={() => void act.start({ event: props.event }).then(props.onDone)}
        >
          Process as blank
        </Button>
      </div>
      {act.error && <Refusal error={act.error} />}
    </>
  );
}
