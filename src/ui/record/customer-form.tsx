import { useState } from "preact/hooks";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { chosenPartner } from "../manual-reward/chosen-partner";
import { PartnerField } from "../manual-reward/partner-field";
import { open } from "../shell/router";
import { useStore } from "../state/store";
import { useAct } from "../state/use-act";
import type { FormProps } from "./form-props";
import { EventPreview } from "./preview";
import { RecordFrame } from "./record-frame";
import { chooseCustomer } from "./use-chosen";

/** Adds a customer brought by a partner. */
export function CustomerForm({ about, children }: FormProps) {
  const stored = useStore(chosenPartner);
  const [isOther, setOther] = useState(false);
  // Whoever opens the form for a partner need not know its name.
  const given = about === "" || isOther ? undefined : { key: about, name: about, about: "" };
  const partner = given && stored?.key !== about ? given : stored;
  const form = useForm("add-customer", { partner: partner?.key ?? "" });
  const preview = useAct("preview-customer");
  const act = useAct("add-customer");
  return (
    <RecordFrame<"preview-customer">
      title="Add customer"
      done={`${form.text("name").trim() || "Customer"} added`}
      form={form}
      isBusy={preview.isBusy || act.isBusy}
      preview={() => preview.start(form.input)}
      record={() => act.start(form.input)}
      show={(preview) => <EventPreview preview={preview} />}
      onDone={(key) => {
        chosenPartner.set(undefined);
        const name = form.text("name") || key;
        const go = () => {
          chooseCustomer({ key, name, about: key });
          open({ screen: "record", about: `sale ${key}` });
        };
        return { label: "Record a sale", go };
      }}
    >
      {children}
      <PartnerField
        id={form.idOf("partner")}
        chosen={partner}
        error={form.errors.partner}
        onChoose={(choice) => {
          setOther(true);
          chosenPartner.set(choice);
        }}
      />
      <FormFieldRow form={form} id="name" />
      <FormFieldRow form={form} id="email" />
      <FormFieldRow form={form} id="createdOn" hidesOptional />
      <FormFieldRow form={form} id="key" hidesOptional />
    </RecordFrame>
  );
}
