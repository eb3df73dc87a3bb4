import { payoutEstimate } from "../../invoices/estimated-payment";
import { clip } from "../../kernel/cells";
import type { Day, Month } from "../../kernel/day";
import { keyField, textField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { toDecimal } from "../../kernel/money";
import { type PayoutStatus, payoutStatuses } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import type { Payout } from "../../tables";
import { everyWord } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";

/** A payout as every list shows it; the amount is decimal text in its currency. */
export interface PayoutView {
  readonly key: Key;
  readonly invoice: Key;
  readonly invoiceMonth: Month | null;
  readonly partner: Key;
  readonly partnerName: string;
  readonly amount: string;
  readonly currency: string;
  readonly status: PayoutStatus;
  /** Once paid the real date; null where it was returned. */
  readonly estimatedPaymentOn: Day | null;
  readonly reference: string;
  /** Why it was returned. */
  readonly reason: string;
}
type Tables = "settings" | "partners" | "invoices" | "payouts";

/** The payouts that meet every filter given, those of the newest invoice first (PAYOUT-1). */
export const listPayouts = useCase({
  name: "list-payouts",
  edits: "read only",
  inputs: {
    search: input("Search", textField, { hint: "A partner, a month, an amount or a reference." }),
    partner: input("Partner", keyField),
    invoice: input("Invoice", keyField),
    status: input("Status", wordField(payoutStatuses)),
    ...pageInputs,
  },
  reads: ["settings", "partners", "invoices", "payouts"],
  decide: (work, { search, partner, invoice, status, ...asked }): Page<PayoutView> => {
    const rows =
      partner !== null
        ? work.where("payouts", "partner", partner)
        : invoice !== null
          ? work.where("payouts", "invoice", invoice)
          : work.all("payouts");
    const says = everyWord(search);
    const found = rows
      .filter((payout) => invoice === null || payout.invoice === invoice)
      .filter((payout) => status === null || payout.status === status)
      .filter((payout) => says(() => textsOfPayout(work, payout)));
    return pageOf([...found].sort(newestFirst), asked, (payout) => payoutView(work, payout));
  },
});

function newestFirst(a: Payout, b: Payout): number {
  if (a.invoice !== b.invoice) return a.invoice < b.invoice ? 1 : -1;
  return a.key < b.key ? -1 : 1;
}

/** What a payout is found by. */
export function textsOfPayout(work: Work<"partners">, payout: Payout) {
  const { key, invoice, partner, status, currency, reference, reason, file } = payout;
  const who = work.get("partners", partner);
  const texts = [key, invoice, partner, who?.name, who?.email, who?.payoutMethod];
  return [...texts, status, toDecimal(payout), currency, reference, reason, file];
}

/** How a payout is shown. */
export function payoutView(work: Work<Tables>, payout: Payout): PayoutView {
  const { key, invoice, partner, currency, status, reference, reason } = payout;
  return {
    key,
    invoice,
    invoiceMonth: work.get("invoices", invoice)?.month ?? null,
    partner,
    partnerName: clip(work.get("partners", partner)?.name ?? partner),
    amount: toDecimal(payout),
    currency,
    status,
    estimatedPaymentOn: payoutEstimate(work, payout),
    reference: clip(reference ?? ""),
    reason: clip(reason ?? ""),
  };
}
