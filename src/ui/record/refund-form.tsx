import { useEffect, useState } from "preact/hooks";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { text } from "../format/text";
import { useAct } from "../state/use-act";
import { useDraft } from "../state/use-draft";
import { useLoad } from "../state/use-load";
import type { FormProps } from "./form-props";
import { RefundPreview } from "./preview";
import { RecordFrame } from "./record-frame";
import { type SaleChoice, SaleField, saleChoice } from "./sale-field";

/** Records a refund of a sale: of the one that it was opened for, or of one that is searched. */
export function RefundForm({ about, children }: FormProps) {
  const [sale, setSale] = useDraft<SaleChoice | undefined>(
    about === "" ? "record sale" : `record sale ${about}`,
    undefined,
  );
  const [isOther, setOther] = useState(false);
  const isGiven = about !== "" && sale === undefined && !isOther;
  const { output } = useLoad("find-sales", { search: about }, isGiven);
  const given = isGiven ? output?.rows.find(({ key }) => key === about) : undefined;
  useEffect(() => {
    if (given) setSale(saleChoice(given));
  }, [given, setSale]);
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
      onDone={() => {
        setOther(true);
        setSale(undefined);
      }}
    >
      {children}
      <SaleField
        id={form.idOf("refundOf")}
        chosen={sale}
        error={form.errors.refundOf}
        onChoose={(choice) => {
          setOther(true);
          setSale(choice);
        }}
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
