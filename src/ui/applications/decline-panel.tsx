import { errorAt } from "../form/field-errors";
import { PlainField } from "../form/plain-field";
import { FormPanel } from "../parts/form-panel";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";
import { useDraft } from "../state/use-draft";
import type { Application } from "./application";

/** Asks why an application is declined, or why a partner's details stay; nobody is mailed. */
export function DeclinePanel(props: {
  readonly application: Application;
  readonly who: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { application, who, onClose, onDone } = props;
  const { id, shown, partner } = application;
  const [reason, setReason] = useDraft(`decline ${id}`, "");
  const act = useAct("decline-application");
  const decline = async () => {
    const reply = await act.start({ answer: id, shown, reason });
    if (!reply?.ok) return;
    setReason("");
    showToast(partner ? "The details stay as they were." : `${who} is declined.`);
    onDone();
  };
  const missing = errorAt(act.error, "reason");
  return (
    <FormPanel
      title={partner ? `Leave ${who} as they are` : `Decline ${who}`}
      error={missing === undefined ? act.error : undefined}
      isBusy={act.isBusy}
      action={partner ? "Leave as they are" : "Decline"}
      onSubmit={() => void decline()}
      onClose={onClose}
    >
      <PlainField
        id="decline-reason"
        label="Reason"
        rows={3}
        isRequired
        hint="For your team: nobody is mailed."
        error={missing}
        value={reason}
        onValue={setReason}
      />
    </FormPanel>
  );
}
