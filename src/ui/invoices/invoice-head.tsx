import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { InvoiceTag } from "./invoice-card";

/** What is shown of an invoice; "" means what suits its status. */
export type View = "" | Output<"show-invoice">["shown"]["kind"];

/** The views that an invoice has. */
export function viewsOf({
  invoice,
  shown,
}: Output<"show-invoice">): readonly { readonly value: View; readonly label: string }[] {
  const lines = { value: "lines", label: `Lines (${invoice.lines})` } as const;
  if (invoice.finalizedOn) return [{ value: "payouts", label: "Payouts" }, lines];
  const isLate = invoice.late.count > 0 || shown.kind === "late";
  return isLate ? [lines, { value: "late", label: `Late (${invoice.late.count})` }] : [lines];
}

/** An invoice's total, its dates, and what is left to do about it. */
export function InvoiceHead(props: {
  readonly view: Output<"show-invoice">;
  readonly onLate: () => void;
}) {
  const { invoice, shown, unasked } = props.view;
  const { currency, toPay, finalizedOn, reviewEndsOn, month } = invoice;
  const money = (amount: string) => text.money(amount, currency);
  return (
    <>
      <p class="line">
        <span class="big">{money(invoice.total)}</span>
        <InvoiceTag invoice={invoice} />
      </p>
      <p class="faint">
        {finalizedOn
          ? `Finalized on ${text.day(finalizedOn)}`
          : `In review until ${text.day(reviewEndsOn)}`}
      </p>
      {toPay.count > 0 && (
        <p class="faint">
          {money(toPay.amount)} to pay in {text.count(toPay.count, "payout")}
        </p>
      )}
      {unasked > 0 && shown.kind !== "late" && (
        <p class="line nudge">
          {text.count(unasked, "late reward")} can still be added to {text.month(month)}
          <Button look="text" label="Show the late rewards" onClick={props.onLate}>
            Show
          </Button>
        </p>
      )}
    </>
  );
}
