import { useLayoutEffect, useRef } from "preact/hooks";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { chosenPartner } from "../manual-reward/chosen-partner";
import { asksForPayout, PayoutFields } from "../partner/payout-fields";
import { Icon } from "../parts/icon";
import { open } from "../shell/router";
import { useAct } from "../state/use-act";
import type { FormProps } from "./form-props";
import { EventPreview } from "./preview";
import { RecordFrame } from "./record-frame";

/** Adds a partner. */
export function PartnerForm({ children }: FormProps) {
  const form = useForm("add-partner", {});
  const preview = useAct("preview-partner");
  const act = useAct("add-partner");
  const payout = useRef<HTMLDetailsElement>(null);
  const isFilled = asksForPayout(form);
  // It opens automatically but never closes: a field that is emptied while typing must stay visible.
  useLayoutEffect(() => {
    if (isFilled && payout.current) payout.current.open = true;
  }, [isFilled]);
  return (
    <RecordFrame<"preview-partner">
      title="Add partner"
      done={`${form.text("name").trim()} added`}
      form={form}
      isBusy={preview.isBusy || act.isBusy}
      preview={() => preview.start(form.input)}
      record={() => act.start(form.input)}
      show={(preview) => <EventPreview preview={preview} />}
      onDone={(key) => {
        const name = form.text("name");
        const go = () => {
          chosenPartner.set({ key, name, about: key });
          open({ screen: "record", about: `customer ${key}` });
        };
        return { label: "Add a customer", go };
      }}
    >
      {children}
      <FormFieldRow form={form} id="name" />
      <FormFieldRow form={form} id="email" />
      <FormFieldRow form={form} id="group" />
      <FormFieldRow form={form} id="codes" />
      <FormFieldRow form={form} id="joinedOn" hidesOptional />
      <FormFieldRow form={form} id="key" hidesOptional />
      <details class="more" ref={payout}>
        <summary class="line">
          How this partner is paid <Icon name="down" />
        </summary>
        <PayoutFields form={form} />
      </details>
    </RecordFrame>
  );
}
