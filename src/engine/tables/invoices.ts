import {
  amountField,
  currencyField,
  dayField,
  integerField,
  monthField,
  wordField,
} from "../kernel/fields";
import { invoiceStatuses } from "../kernel/vocabulary";
import { booleanNo, madeColumns, madeKey } from "./common";
import { derived, program, restored, table } from "./table";

/** The rewards of one month and one currency, reviewed and then paid together (SHEET-9). */
export const invoices = table({
  name: "invoices",
  sheet: "Invoices",
  prefix: "inv",
  columns: {
    key: madeKey("invoices", "The permanent name of this invoice: its month and currency."),
    month: restored("Month", monthField, "The month it is for.", { required: true }),
    currency: restored(
      "Currency",
      currencyField,
      "Its currency; currencies are never added together.",
      { required: true },
    ),
    status: derived(
      "Status",
      wordField(invoiceStatuses),
      "In review, Final or Paid; calculated from its lines.",
      { fallback: "In review" as const },
    ),
    lines: derived("Lines", integerField(0, 10_000_000), "How many rewards are on it.", {
      fallback: 0,
    }),
    total: derived("Total", amountField, "The sum of its lines.", { fallback: 0 }),
    openedOn: program("Opened on", dayField, "The day on which it was opened.", { required: true }),
    reviewEndsOn: program("Review ends on", dayField, "The last day of its review.", {
      required: true,
    }),
    paused: booleanNo("Paused", "yes while it must not be finalized automatically."),
    finalizedOn: program("Finalized on", dayField, "The day on which its lines were locked.", {
      onEdit: { open: "accept", final: "restore" },
    }),
    ...madeColumns(),
  },
});
