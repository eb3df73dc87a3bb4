import { text } from "../format/text";
import { showChanged } from "../partner/show-changed";
import { FormPanel } from "../parts/form-panel";
import { useAct } from "../state/use-act";
import type { Application } from "./application";

/** How a partner is paid, before and after what the answer says; nothing is changed before a person confirms it. */
export function DetailsPanel(props: {
  readonly application: Application;
  readonly partner: NonNullable<Application["partner"]>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { application, partner, onClose, onDone } = props;
  const { id, shown, details } = application;
  const act = useAct("take-answer");
  const change = async () => {
    const reply = await act.start({ answer: id, shown, partner: partner.key });
    if (!reply?.ok) return;
    showChanged(reply.output, onDone);
    onDone();
  };
  return (
    <FormPanel
      title={`Change how ${partner.name} is paid`}
      error={act.error}
      isBusy={act.isBusy}
      action="Change"
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <p>Money will go where this says. Ask {partner.name} by another way before you change it.</p>
      <div class="application">
        <dl>
          {details.map(({ id: detail, label, from, to, fault }) => (
            <div key={detail}>
              <dt class="faint small">{label}</dt>
              <dd>
                <s>{from || "blank"}</s> → <b>{to}</b>
                {fault !== null && <p class="field-error">{text.said(fault)}</p>}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </FormPanel>
  );
}
