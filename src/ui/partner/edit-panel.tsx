import { changesOf } from "../form/changes";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { FormPanel } from "../parts/form-panel";
import { useAct } from "../state/use-act";
import type { PartnerShown } from "./partner-head";
import { PayoutFields } from "./payout-fields";
import { showChanged } from "./show-changed";

/** A partner's name, e-mail, group and how it is paid, as a form. */
export function EditPanel(props: {
  readonly partner: PartnerShown;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { partner, onClose, onDone } = props;
  const { key, name, details } = partner;
  const form = useForm("change-partner", { partner: key }, key, details);
  const act = useAct("change-partner");
  const save = async () => {
    if (!form.check({ name: "Name is needed." })) return;
    const reply = await act.start({
      partner: key,
      ...changesOf<"change-partner">(form.typed, details),
    });
    if (!reply) return;
    if (!reply.ok) return form.showRefusal(reply.error);
    form.reset();
    showChanged(reply.output, onDone);
    onClose();
    onDone();
  };
  return (
    <FormPanel
      title={`Edit ${name}`}
      error={form.error}
      isBusy={act.isBusy}
      action="Save"
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <FormFieldRow form={form} id="name" isRequired />
      <FormFieldRow form={form} id="email" />
      <FormFieldRow
        form={form}
        id="group"
        hint="Decides which offers this partner gets: what triggers promise to the group. The next run processes a change of group, as it does one typed on Partners."
      />
      <FormFieldRow
        form={form}
        id="codes"
        hint="Sales with such a code count for this partner. Put commas between several."
      />
      <FormFieldRow form={form} id="codesUntil" />
      <FormFieldRow
        form={form}
        id="mails"
        hint="Choose “statements only” where this partner wants no notices."
      />
      <fieldset class="field">
        <legend class="group-label">How this partner is paid</legend>
        <PayoutFields form={form} />
      </fieldset>
    </FormPanel>
  );
}
