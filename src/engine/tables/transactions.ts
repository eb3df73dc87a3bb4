import {
  amountField,
  currencyField,
  keyOf,
  momentField,
  plainTextField,
  textField,
  wordField,
} from "../kernel/fields";
import { recordStatuses } from "../kernel/vocabulary";
import {
  archivedOnColumn,
  judgedAsColumn,
  judgedColumn,
  outcomeColumn,
  problemsColumn,
  typedKey,
} from "./common";
import { column, table } from "./table";

/** Money a customer paid (a sale), or gave back (a refund of a sale) (SHEET-4). */
export const transactions = table({
  name: "transactions",
  sheet: "Transactions",
  prefix: "trx",
  ownColumns: true,
  columns: {
    key: typedKey("transactions", "transaction"),
    customer: column(
      "Customer",
      keyOf("customers"),
      "The customer who paid: the key, e-mail or external id. A refund may leave it blank: its sale names the customer.",
      { judged: true, required: true, unless: "refundOf", fallback: "" },
    ),
    date: column("Date", momentField, "The day of the transaction; a clock time may follow.", {
      judged: true,
      required: true,
    }),
    amount: column("Amount", amountField, "What was paid. For a refund, the amount refunded.", {
      judged: true,
      required: true,
    }),
    currency: column("Currency", currencyField, "The currency's code. Blank means the program's.", {
      judged: true,
    }),
    product: column("Product", textField, "What was sold.", { judged: true, optional: true }),
    category: column("Category", textField, "The kind of product.", {
      judged: true,
      optional: true,
    }),
    code: column(
      "Code",
      plainTextField,
      "The partner's code that the customer gave, such as a discount code. It counts for a customer without a partner.",
      { judged: true, since: 2 },
    ),
    refundOf: column(
      "Refund of",
      keyOf("transactions"),
      "For a refund: the key of the sale. Blank for a sale.",
      { judged: true },
    ),
    status: column(
      "Status",
      wordField(recordStatuses),
      "active, or archived to end this sale's drips.",
      {
        fallback: "active" as const,
      },
    ),
    archivedOn: archivedOnColumn(),
    partner: column(
      "Partner",
      keyOf("partners"),
      "The partner this transaction counts for. Filled in when it is processed.",
      {
        filledBy: "program",
      },
    ),
    judged: judgedColumn(),
    judgedAs: judgedAsColumn(),
    outcome: outcomeColumn(),
    problems: problemsColumn(),
  },
});
