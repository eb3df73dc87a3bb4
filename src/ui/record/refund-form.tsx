import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { text } from "../format/text";
import { useAct } from "../state/use-act";
import { useDraft } from "../state/use-draft";
import type { FormProps } from "./form-props";
import { RefundPreview } from "./preview";
import { RecordFrame } from "./record-frame";
import { type SaleChoice, SaleField } from "./sale-field";

/** Records a refund of a sale. */
export function RefundForm({ children }: FormProps) {
  const [sale, setSale] = useDraft<SaleChoice | undefined>("record sale", undefined);
  const form = useForm("record-refund", {
    refundOf: sale?.key ?? "",
    currency: sale?.currency ?? "",
  });
  const preview = useAct("preview-refund");
  const act = useAct("record-refund");
  return (
    <RecordFrame<"preview-refund">
      title="Record refund"
      done="Refund recorded"
      form={form}
      isBusy={preview.isBusy || act.isBusy}
      preview={() => preview.start(form.input)}
      record={() => act.start(form.input)}
      show={(preview) => <RefundPreview preview={preview} />}
      onDone={() => void setSale(undefined)}
    >
      {children}
      <SaleField
        id={form.idOf("refundOf")}
        chosen={sale}
        error={form.errors.refundOf}
        onChoose={setSale}
      />
      <FormFieldRow
        form={form}
        id="amount"
        hidesOptional
        {...(sale && {
          hint: `Blank means the full remaining amount, ${text.money(sale.kept, sale.currency)}.`,
        })}
      />
      <FormFieldRow form={form} id="date" hidesOptional />
      <FormFieldRow form={form} id="key" hidesOptional />
    </RecordFrame>
  );
}
