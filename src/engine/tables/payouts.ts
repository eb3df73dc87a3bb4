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
import { madeKey, problemsColumn, runColumn } from "./common";
import { column, table } from "./table";

const program = { filledBy: "program" } as const;
const restored = { filledBy: "program", required: true, onEdit: "restore" } as const;
const needed = { filledBy: "program", required: true } as const;

/** One partner's part of an invoice (SHEET-10). */
export const payouts = table({
  name: "payouts",
  sheet: "Payouts",
  prefix: "pay",
  columns: {
    key: madeKey("payouts", "The permanent name of this payout: its invoice and partner."),
    invoice: column("Invoice", keyOf("invoices"), "The invoice it belongs to.", restored),
    partner: column("Partner", keyOf("partners"), "Who is paid.", restored),
    currency: column("Currency", currencyField, "The invoice's currency.", restored),
    amount: column("Amount", amountField, "The sum of its lines.", needed),
    status: column("Status", wordField(payoutStatuses), "open, sent, paid or returned.", needed),
    paidOn: column("Paid on", dayField, "When it was paid.", program),
    reference: column("Reference", textField, "The bank's or provider's reference.", program),
    file: column("File", textField, "The payment file it was put in.", program),
    sentOn: column("Sent on", dayField, "When it was put in a payment file.", {
      ...program,
      onEdit: "restore",
    }),
    reason: column("Reason", longTextField, "Why it was returned.", program),
    decidedBy: column("Decided by", textField, "Who recorded the payment or its return.", program),
    run: runColumn(),
    problems: problemsColumn(),
  },
});
