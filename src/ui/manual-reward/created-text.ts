import type { Output } from "../../engine/contract/contract";
import { text } from "../format/text";

type Created = Extract<Output<"create-manual-reward">, { kind: "created" }>;

/** What was created, which invoice it is on, and when it should be paid. */
export function createdText(created: Created, partner: string): string {
  const { amount, invoice, estimatedPayment, mailed, wasThere } = created;
  const place = invoice === null ? "It goes on the next invoice" : "It is on the invoice in review";
  const paid = estimatedPayment === null ? "" : `, estimated payment ${text.day(estimatedPayment)}`;
  const mail = mailed ? " The partner is mailed." : "";
  const done = wasThere ? "was already created" : "created";
  return `Reward of ${text.money(amount.text, amount.currency)} for ${partner} ${done}. ${place}${paid}.${mail}`;
}
