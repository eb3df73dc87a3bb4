import {
  expectedPayment,
  firstMonthToOpen,
  paymentOfInvoice,
  reviewEnd,
} from "../../invoices/months";
import { monthsInReview } from "../../invoices/place";
import { monthOf } from "../../kernel/day";
import { currencyField, dayField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { invoiceKey } from "../../kernel/keys";
import { isFinal } from "../../rewards/final";
import { useCase } from "../shared/use-case";

/**
 * Where a reward made by hand may be placed, the next invoice first, then those in review, newest first,
 * and when it would be paid there (REWARD-15, REWARD-17).
 */
export const listPlaces = useCase({
  name: "list-places",
  edits: "read only",
  inputs: {
    currency: input("Currency", currencyField, { hint: "Blank means the program's currency." }),
    earnedOn: input("Earned on", dayField, { hint: "Blank means today." }),
  },
  reads: ["invoices"],
  decide: (work, { currency, earnedOn }, { today }) => {
    const { settings } = work;
    const earned = monthOf(earnedOn ?? today);
    const opening = firstMonthToOpen(work);
    const next = earned > opening ? earned : opening;
    const inReview = monthsInReview(work).flatMap((month) => {
      const key = invoiceKey(month, currency ?? settings.programCurrency);
      const invoice = work.get("invoices", key);
      if (invoice ? isFinal(invoice) : work.has("invoices", key)) return [];
      const estimatedPayment = invoice
        ? paymentOfInvoice(work, invoice)
        : expectedPayment(settings, month, reviewEnd(settings, month, today));
      return [{ month, estimatedPayment }];
    });
    /** A month of null is the next invoice. */
    const first = { month: null, estimatedPayment: expectedPayment(settings, next) };
    return { places: [first, ...inReview] };
  },
});
