import { PlainField } from "../form/plain-field";
import { Button } from "../parts/button";
import type { TriggerDraft } from "./use-trigger-draft";

/** What partners read: written from the terms, and kept in step with them until the person changes it (TRIG-32). */
export function OfferField({ draft: { form, offer } }: { readonly draft: TriggerDraft }) {
  return (
    <>
      <PlainField
        id={form.idOf("offer")}
        label={form.field("offer").label}
        hint={
          offer.isInStep
            ? "What partners may read. It follows the terms until you change it."
            : "What partners may read."
        }
        rows={3}
        isOptional
        error={form.errors.offer}
        value={offer.text}
        onValue={(text) => {
          form.set("offer", text);
          form.set("offerFromTerms", false);
        }}
      />
      {!offer.isInStep && (
        <Button look="text" onClick={() => form.set("offerFromTerms", true)}>
          Write it from the terms
        </Button>
      )}
    </>
  );
}
