import {
  amountField,
  currencyField,
  dayField,
  keyOf,
  longTextField,
  textField,
  wordField,
} from "../kernel/fields";
import { payoutStatuses } from "../kernel/vocabulary";
import { madeColumns, madeKey, partnerName } from "./common";
import { program, restored, table } from "./table";

/** One partner's part of an invoice (SHEET-10). */
export const payouts = table({
  name: "payouts",
  sheet: "Payouts",
  prefix: "pay",
  columns: {
    key: madeKey("payouts", "The permanent name of this payout: its invoice and partner."),
    invoice: restored("Invoice", keyOf("invoices"), "The invoice it belongs to.", {
      required: true,
    }),
    partner: restored("Partner", keyOf("partners"), "Who is paid.", { required: true }),
    partnerName: partnerName(),
    currency: restored("Currency", currencyField, "The invoice's currency.", { required: true }),
    amount: program("Amount", amountField, "The sum of its lines.", { required: true }),
    status: program("Status", wordField(payoutStatuses), "open, sent, paid or returned.", {
      required: true,
    }),
    paidOn: program("Paid on", dayField, "When it was paid."),
    reference: program("Reference", textField, "The bank's or provider's reference."),
    file: program("File", textField, "The payment file it was put in."),
    sentOn: restored("Sent on", dayField, "When it was put in a payment file."),
    reason: program("Reason", longTextField, "Why it was returned."),
    decidedBy: program("Decided by", textField, "Who recorded the payment or its return."),
    ...madeColumns(),
  },
});
