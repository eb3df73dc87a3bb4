import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { PayoutFields } from "../partner/payout-fields";
import { FormPanel } from "../parts/form-panel";
import { showToast } from "../parts/toast";
import { open } from "../shell/router";
import { useAct } from "../state/use-act";
import type { Application } from "./application";

/** Makes a partner of an applicant, from what the answer says, as a person corrects it. */
export function AcceptPanel(props: {
  readonly application: Application;
  readonly who: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { application, who, onClose, onDone } = props;
  const { id, shown, name, email, code, details } = application;
  const readable = details.filter(({ fault }) => fault === null);
  const form = useForm("accept-application", { answer: id, shown }, id, {
    name,
    email,
    codes: code,
    ...Object.fromEntries(readable.map((each) => [each.id, each.to])),
  });
  const act = useAct("accept-application");
  const accept = async () => {
    if (!form.check({ name: "Name is needed." })) return;
    const reply = await act.start(form.input);
    if (!reply) return;
    if (!reply.ok) return form.showRefusal(reply.error);
    const { key } = reply.output;
    form.reset();
    showToast(`${who} is a partner from today.`, {
      label: "Open",
      go: () => open({ screen: "partner", about: key }),
    });
    onDone();
  };
  return (
    <FormPanel
      title={`Accept ${who}`}
      error={form.error}
      isBusy={act.isBusy}
      action="Accept"
      onSubmit={() => void accept()}
      onClose={onClose}
    >
      <p class="faint">A partner who joins today. Sales dated before today earn them nothing.</p>
      <FormFieldRow form={form} id="name" />
      <FormFieldRow form={form} id="email" />
      <FormFieldRow form={form} id="group" />
      <FormFieldRow form={form} id="codes" />
      {details.length > 0 && (
        <fieldset class="field">
          <legend class="group-label">How this partner is paid</legend>
          <PayoutFields form={form} />
        </fieldset>
      )}
      <FormFieldRow form={form} id="mailPartner" />
    </FormPanel>
  );
}
