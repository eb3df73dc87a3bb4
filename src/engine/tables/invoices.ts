import {
  amountField,
  currencyField,
  dayField,
  integerField,
  monthField,
  wordField,
} from "../kernel/fields";
import { invoiceStatuses } from "../kernel/vocabulary";
import { booleanNo, madeKey, problemsColumn, runColumn } from "./common";
import { column, table } from "./table";

const program = { filledBy: "program" } as const;
const derived = { ...program, derived: true } as const;
const restored = { filledBy: "program", required: true, onEdit: "restore" } as const;
const needed = { filledBy: "program", required: true } as const;

/** The rewards of one month and one currency, reviewed and then paid together (SHEET-9). */
export const invoices = table({
  name: "invoices",
  sheet: "Invoices",
  prefix: "inv",
  columns: {
    key: madeKey("invoices", "The permanent name of this invoice: its month and currency."),
    month: column("Month", monthField, "The month it is for.", restored),
    currency: column(
      "Currency",
      currencyField,
      "Its currency; currencies are never added together.",
      restored,
    ),
    status: column(
      "Status",
      wordField(invoiceStatuses),
      "In review, Final or Paid; calculated from its lines.",
      {
        ...derived,
        fallback: "In review" as const,
      },
    ),
    lines: column("Lines", integerField(0, 10_000_000), "How many rewards are on it.", {
      ...derived,
      fallback: 0,
    }),
    total: column("Total", amountField, "The sum of its lines.", { ...derived, fallback: 0 }),
    openedOn: column("Opened on", dayField, "The day on which it was opened.", needed),
    reviewEndsOn: column("Review ends on", dayField, "The last day of its review.", needed),
    paused: booleanNo("Paused", "yes while it must not be finalized automatically."),
    finalizedOn: column("Finalized on", dayField, "The day on which its lines were locked.", {
      ...program,
      onEdit: { open: "accept", final: "restore" },
    }),
    run: runColumn(),
    problems: problemsColumn(),
  },
});
