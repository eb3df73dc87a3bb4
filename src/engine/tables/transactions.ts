import {
  amountField,
  currencyField,
  keyOf,
  momentField,
  plainTextField,
  textField,
} from "../kernel/fields";
import { archiveColumns, booleanNo, eventColumns, partnerName, typedKey } from "./common";
import { judged, program, table } from "./table";

/** Money a customer paid (a sale), or gave back (a refund of a sale) (SHEET-4). */
export const transactions = table({
  name: "transactions",
  sheet: "Transactions",
  prefix: "trx",
  ownColumns: true,
  columns: {
    key: typedKey("transactions", "transaction"),
    customer: judged(
      "Customer",
      keyOf("customers"),
      "The customer who paid: the key, e-mail or external id. A refund may leave it blank: its sale names the customer.",
      { required: true, unless: "refundOf", fallback: "" },
    ),
    date: judged("Date", momentField, "The day of the transaction; a clock time may follow.", {
      required: true,
    }),
    amount: judged("Amount", amountField, "What was paid. For a refund, the amount refunded.", {
      required: true,
    }),
    currency: judged("Currency", currencyField, "The currency's code. Blank means the program's."),
    product: judged("Product", textField, "What was sold.", { optional: true }),
    category: judged("Category", textField, "The kind of product.", { optional: true }),
    code: judged(
      "Code",
      plainTextField,
      "The partner's code that the customer gave, such as a discount code. It counts for a customer without a partner.",
      { since: 2 },
    ),
    test: booleanNo(
      "Test",
      "yes for a test sale: it is processed and shown, makes nothing, and counts nowhere.",
      { judged: true, since: 2 },
    ),
    refundOf: judged(
      "Refund of",
      keyOf("transactions"),
      "For a refund: the key of the sale. Blank for a sale.",
    ),
    ...archiveColumns("this sale's drips"),
    partner: program(
      "Partner",
      keyOf("partners"),
      "The partner this transaction counts for. Filled in when it is processed.",
      { onEdit: { open: "accept", final: "restore" } },
    ),
    partnerName: partnerName(),
    ...eventColumns(),
  },
});
