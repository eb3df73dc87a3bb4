import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { open } from "../shell/router";
import { useAct } from "../state/use-act";
import { CustomerField } from "./customer-field";
import type { FormProps } from "./form-props";
import { EventPreview } from "./preview";
import { RecordFrame } from "./record-frame";
import { useChosenCustomer } from "./use-chosen";

/** Records what a customer paid. */
export function SaleForm({ about, children }: FormProps) {
  const [customer, setCustomer] = useChosenCustomer(about);
  const form = useForm("record-sale", { customer: customer?.key ?? "" });
  const preview = useAct("preview-sale");
  const act = useAct("record-sale");
  return (
    <RecordFrame<"preview-sale">
      title="Record sale"
      done="Sale recorded"
      form={form}
      isBusy={preview.isBusy || act.isBusy}
      preview={() => preview.start(form.input)}
      record={() => act.start(form.input)}
      show={(preview) => <EventPreview preview={preview} />}
      onDone={() => void setCustomer(undefined)}
    >
      {children}
      <CustomerField
        id={form.idOf("customer")}
        partner=""
        isOptional={false}
        chosen={customer}
        error={form.errors.customer}
        onChoose={setCustomer}
        onAdd={() => open({ screen: "record", about: "customer" })}
      />
      <div class="pair">
        <FormFieldRow form={form} id="amount" />
        <FormFieldRow form={form} id="currency" hint="Blank means the program's." hidesOptional />
      </div>
      <FormFieldRow form={form} id="date" hidesOptional />
      <FormFieldRow form={form} id="product" />
      <FormFieldRow form={form} id="category" />
      <FormFieldRow form={form} id="code" />
      <FormFieldRow form={form} id="key" hidesOptional />
    </RecordFrame>
  );
}
