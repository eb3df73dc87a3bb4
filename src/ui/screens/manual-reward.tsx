import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import type { Choice } from "../form/choice";
import { errorAt, type FieldByCode } from "../form/field-errors";
import { FormFieldRow } from "../form/form-field";
import { useForm } from "../form/use-form";
import { chosenPartner } from "../manual-reward/chosen-partner";
import { clarityNudge } from "../manual-reward/clarity";
import { createdText } from "../manual-reward/created-text";
import { DuplicatesPanel } from "../manual-reward/duplicates-panel";
import { InvoiceChoice } from "../manual-reward/invoice-choice";
import { PartnerField } from "../manual-reward/partner-field";
import { RecordInstead } from "../manual-reward/record-instead";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { showToast } from "../parts/toast";
import { CustomerField } from "../record/customer-field";
import { goBack } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import { useStore } from "../state/store";
import { useAct } from "../state/use-act";
import { useDebounced } from "../state/use-debounced";
import { useDraft } from "../state/use-draft";
import { useLoad } from "../state/use-load";

const FORM = "manual-reward";
const fieldByCode: FieldByCode = {
  PARTNER_UNKNOWN: "partner",
  PARTNER_IS_TEST: "partner",
  CUSTOMER_UNKNOWN: "customer",
  CUSTOMER_NOT_OF_PARTNER: "customer",
  INVOICE_NOT_IN_REVIEW: "invoiceMonth",
};
type Created = Output<"create-manual-reward">;
type Duplicates = Extract<Created, { kind: "near-duplicate" }>["duplicates"];

/** Creates a manual reward; it runs no triggers and is paid with an invoice like any other (REWARD-13, REWARD-20). */
export function ManualReward() {
  const chosen = useStore(chosenPartner);
  const [customer, setCustomer] = useDraft<Choice | undefined>(
    `manual customer ${chosen?.key}`,
    undefined,
  );
  const form = useForm("create-manual-reward", {
    partner: chosen?.key ?? "",
    customer: customer?.key ?? "",
  });
  const act = useAct("create-manual-reward");
  const [duplicates, setDuplicates] = useState<Duplicates | undefined>(undefined);
  const currency = useDebounced(form.text("currency").trim(), 300);
  const isCurrency = currency === "" || currency.length === 3;
  const places = useLoad("list-places", { currency, earnedOn: form.text("earnedOn") }, isCurrency);
  const month = form.text("invoiceMonth");
  const isPlaced = places.output?.places.some((place) => (place.month ?? "") === month) ?? true;
  const invoiceMonth = isPlaced ? month : "";

  const create = async (confirmed: boolean) => {
    if (act.isBusy || !form.check()) return;
    const reply = await act.start({ ...form.input, invoiceMonth, confirmed });
    if (!reply) return;
    setDuplicates(undefined);
    if (!reply.ok) return form.showRefusal(reply.error, fieldByCode);
    if (reply.output.kind === "near-duplicate") return setDuplicates(reply.output.duplicates);
    showToast(createdText(reply.output, chosen?.name ?? ""));
    form.reset();
    setCustomer(undefined);
    chosenPartner.set(undefined);
    goBack();
  };

  const description = form.text("description");
  const nudge = clarityNudge(description);
  return (
    <ScreenFrame
      title="Manual reward"
      status={form.error && <Refusal error={form.error} />}
      actions={
        <>
          <Button look="action" type="submit" form={FORM} isBusy={act.isBusy}>
            {act.isBusy ? "Creating" : "Create reward"}
          </Button>
          <Button onClick={goBack}>Cancel</Button>
        </>
      }
    >
      <RecordInstead />
      <form
        id={FORM}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create(false);
        }}
      >
        <PartnerField
          id={form.idOf("partner")}
          chosen={chosen}
          error={form.errors.partner}
          onChoose={(choice) => {
            chosenPartner.set(choice);
            form.set("partner", choice?.key ?? "");
          }}
        />
        <CustomerField
          id={form.idOf("customer")}
          partner={chosen?.key ?? ""}
          isOptional
          hint={form.field("customer").hint}
          chosen={customer}
          error={form.errors.customer}
          onChoose={setCustomer}
        />
        <FormFieldRow
          form={form}
          id="description"
          below={<div role="status">{nudge && <p class="nudge">{nudge}</p>}</div>}
        />
        <div class="pair">
          <FormFieldRow form={form} id="amount" />
          <FormFieldRow
            form={form}
            id="currency"
            label="Currency"
            hint="Blank means the program's."
            hidesOptional
            error={errorAt(places.error, "currency")}
          />
        </div>
        <FormFieldRow form={form} id="reason" />
        <FormFieldRow form={form} id="earnedOn" error={errorAt(places.error, "earnedOn")} />
        <InvoiceChoice
          id={form.idOf("invoiceMonth")}
          places={places}
          month={invoiceMonth}
          error={form.errors.invoiceMonth}
          onMonth={(value) => form.set("invoiceMonth", value)}
        />
        <FormFieldRow form={form} id="mailPartner" />
      </form>
      {duplicates && (
        <DuplicatesPanel
          duplicates={duplicates}
          isBusy={act.isBusy}
          onCreate={() => void create(true)}
          onClose={() => setDuplicates(undefined)}
        />
      )}
    </ScreenFrame>
  );
}
