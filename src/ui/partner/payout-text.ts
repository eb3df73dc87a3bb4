import type { Output } from "../../engine/contract/contract";
import { type PayoutMethod, payoutTargets } from "../../engine/kernel/vocabulary";

/** How the partner is paid, in a sentence, and what is still missing for a payment file. */
export function payoutText({ details }: Pick<Output<"show-partner">, "details">): string {
  const { payoutMethod, payeeName, paymentEmail, accountReference } = details;
  if (payoutMethod === "") return "No payout method yet";
  const isBank = payoutTargets[payoutMethod as PayoutMethod] === "accountReference";
  const place = isBank ? accountReference : paymentEmail;
  if (payoutMethod === "other") {
    return ["Paid by other means", payeeName, accountReference].filter(Boolean).join(", ");
  }
  if (place === "") {
    return `Paid by ${payoutMethod}, but no ${isBank ? "account reference" : "payment e-mail"} yet`;
  }
  return `Paid by ${payoutMethod} to ${[payeeName, place].filter(Boolean).join(", ")}`;
}
