import { overdueSince, payoutEstimate } from "../../invoices/estimated-payment";
import { clip } from "../../kernel/cells";
import type { Env } from "../../kernel/env";
import { keyField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { down, ownKey } from "../../kernel/order";
import { payoutStatuses } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import type { Payout } from "../../tables";
import { dayTexts, type Texts } from "../shared/every-word";
import { list, matching } from "../shared/list";
import { partnerName, textsOfPartner } from "../shared/names";

/** The payouts that meet every filter given, those of the newest invoice first (PAYOUT-1). */
export const listPayouts = list({
  name: "list-payouts",
  reads: ["partners", "invoices", "payouts"],
  hint: "A partner, a month, an amount or a reference.",
  filters: {
    partner: input("Partner", keyField),
    invoice: input("Invoice", keyField),
    status: input("Status", wordField(payoutStatuses)),
  },
  rows: (work, { partner, invoice, status }) =>
    matching(work, "payouts", { partner, invoice, status }),
  texts: textsOfPayout,
  order: (_) => [down(({ invoice }) => invoice), ownKey],
  show: (work) => (payout) => payoutView(work, payout),
});

/** What a payout is found by. */
export function textsOfPayout(
  work: Work<"partners">,
  payout: Payout,
  { entry }: Pick<Env, "entry">,
): Texts {
  const { key, invoice, partner, status, currency, reference, reason, file } = payout;
  const method = work.get("partners", partner)?.payoutMethod;
  const texts = [key, invoice, ...textsOfPartner(work, partner), method];
  return [
    ...texts,
    status,
    toDecimal(payout),
    currency,
    reference,
    reason,
    file,
    ...dayTexts(payout.paidOn, entry),
  ];
}

/** A payout as every list shows it; the amount is decimal text in its currency. */
export function payoutView(
  work: Work<"settings" | "partners" | "invoices" | "payouts">,
  payout: Payout,
) {
  const { key, invoice, partner, currency, status, reference, reason } = payout;
  return {
    key,
    invoice,
    invoiceMonth: work.get("invoices", invoice)?.month ?? null,
    partner,
    partnerName: partnerName(work, partner),
    amount: toDecimal(payout),
    currency,
    status,
    /** Once paid the real date; null where it was returned or is overdue. */
    estimatedPaymentOn: payoutEstimate(work, payout),
    overdueSince: overdueSince(work, payout),
    reference: clip(reference ?? ""),
    /** Why it was returned. */
    reason: clip(reason ?? ""),
  };
}
