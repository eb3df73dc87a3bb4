import type { ReplyError } from "../../engine/contract/contract";
import { errorAt } from "../form/field-errors";
import { FieldShell } from "../form/form-field";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { useDraft } from "../state/use-draft";
import { decisions } from "./decision-words";

const ID = "review-reason";

/** Asks why rewards are held or declined; what is typed stays until it is done. */
export function ReasonPanel(props: {
  readonly status: "held" | "declined";
  readonly rewards: number;
  readonly error: ReplyError | undefined;
  readonly isBusy: boolean;
  readonly onDecide: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { status, rewards, error, isBusy, onDecide, onClose } = props;
  const [reason, setReason] = useDraft(`review reason ${status}`, "");
  const missing = errorAt(error, "reason");
  const { verb } = decisions[status];
  return (
    <Panel title={`${verb} ${text.count(rewards, "reward")}`} onClose={onClose}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await onDecide(reason)) setReason("");
        }}
      >
        <FieldShell
          id={ID}
          label="Reason"
          isOptional={false}
          hint="The partner may read it."
          error={missing}
        >
          {(describedBy) => (
            <textarea
              id={ID}
              rows={3}
              value={reason}
              aria-required
              aria-invalid={missing !== undefined || undefined}
              aria-describedby={describedBy}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </FieldShell>
        {error && !missing && <Refusal error={error} />}
        <div class="buttons">
          <Button look="action" type="submit" isBusy={isBusy}>
            {verb}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
