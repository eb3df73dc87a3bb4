import type { ReplyError } from "../../engine/contract/contract";
import { errorAt } from "../form/field-errors";
import { PlainField } from "../form/plain-field";
import { text } from "../format/text";
import { FormPanel } from "../parts/form-panel";
import { useDraft } from "../state/use-draft";
import { decisions } from "./decision-words";

/** Asks why rewards are put on hold or declined; the text stays until it is done. */
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
    <FormPanel
      title={`${verb} ${text.count(rewards, "reward")}`}
      error={missing === undefined ? error : undefined}
      isBusy={isBusy}
      action={verb}
      onSubmit={async () => {
        if (await onDecide(reason)) setReason("");
      }}
      onClose={onClose}
    >
      <PlainField
        id="review-reason"
        label="Reason"
        rows={3}
        isRequired
        hint="The partner can see it."
        error={missing}
        value={reason}
        onValue={setReason}
      />
    </FormPanel>
  );
}
