import { FormFieldRow } from "../form/form-field";
import type { Form } from "../form/use-form";

type PayoutForm = Form<"accept-application" | "add-partner" | "change-partner">;
const ids = [
  "payoutMethod",
  "payeeName",
  "payeeType",
  "paymentEmail",
  "accountReference",
] as const satisfies readonly Parameters<PayoutForm["field"]>[0][];

/** Whether any of these fields holds a value or an error that must be seen. */
export const asksForPayout = ({ typed, errors }: PayoutForm): boolean =>
  ids.some((id) => (typed[id] ?? "") !== "" || id in errors);

/** How a partner is paid: the details that payment files need (PAYOUT-5). */
export function PayoutFields({ form }: { readonly form: PayoutForm }) {
  return (
    <>
      {ids.map((id) => (
        <FormFieldRow
          key={id}
          form={form}
          id={id}
          hidesOptional
          {...(id === "payoutMethod" && {
            hint: "Partners without one are left out of payment files.",
          })}
        />
      ))}
    </>
  );
}
