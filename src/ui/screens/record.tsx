import { Button } from "../parts/button";
import { Chips } from "../parts/chips";
import { CustomerForm } from "../record/customer-form";
import { PartnerForm } from "../record/partner-form";
import { RefundForm } from "../record/refund-form";
import { SaleForm } from "../record/sale-form";
import { openImport } from "../shell/open-wide";
import { useNamedState } from "../state/store";

const forms = {
  sale: SaleForm,
  refund: RefundForm,
  customer: CustomerForm,
  partner: PartnerForm,
} as const;
type Kind = keyof typeof forms;
const kinds = [
  { value: "sale", label: "Sale" },
  { value: "refund", label: "Refund" },
  { value: "customer", label: "Customer" },
  { value: "partner", label: "Partner" },
] as const satisfies readonly { readonly value: Kind; readonly label: string }[];

/** Records a sale, a refund, a customer or a partner. `about` is the kind, and the key of the record it is for. */
export function Record({ about }: { readonly about: string }) {
  const [word = "", ...rest] = about.split(" ");
  const first = kinds.find(({ value }) => value === word)?.value ?? "sale";
  const [kind, setKind] = useNamedState<Kind>(`record ${about}`, first);
  const Form = forms[kind];
  return (
    <Form key={kind} about={kind === first ? rest.join(" ") : ""}>
      <Chips
        name="record-kind"
        label="What to record"
        options={kinds}
        value={kind}
        onValue={setKind}
      />
      <div class="buttons">
        <Button look="text" icon="invoice" onClick={() => void openImport()}>
          Import a file of sales
        </Button>
      </div>
    </Form>
  );
}
