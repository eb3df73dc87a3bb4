import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { open } from "../shell/router";
import { useAct } from "../state/use-act";
import { ForeseenEvent } from "./foreseen";
import type { FormProps } from "./form-props";
import { RecordFrame } from "./record-frame";

/** Adds a partner. */
export function PartnerForm({ children }: FormProps) {
  const form = useForm("add-partner", {});
  const look = useAct("preview-partner");
  const act = useAct("add-partner");
  return (
    <RecordFrame<"preview-partner">
      title="Add partner"
      done="Partner added"
      form={form}
      isBusy={look.isBusy || act.isBusy}
      look={() => look.start(form.values)}
      record={() => act.start(form.values)}
      show={(foreseen) => <ForeseenEvent foreseen={foreseen} />}
      onDone={() => ({
        label: "Add a customer",
        go: () => open({ screen: "record", about: "customer" }),
      })}
    >
      {children}
      <FormFieldRow form={form} id="name" />
      <FormFieldRow form={form} id="email" />
      <FormFieldRow form={form} id="group" />
      <FormFieldRow form={form} id="joinedOn" isTerse />
      <FormFieldRow form={form} id="key" isTerse />
    </RecordFrame>
  );
}
