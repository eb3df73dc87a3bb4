import { integerField, keyOf, momentField, textField } from "../kernel/fields";
import { judgedAsColumn, judgedColumn, outcomeColumn, problemsColumn, typedKey } from "./common";
import { column, table } from "./table";

/** Anything else worth rewarding that a customer or partner did (SHEET-5). */
export const actions = table({
  name: "actions",
  sheet: "Actions",
  prefix: "act",
  ownColumns: true,
  columns: {
    key: typedKey("actions", "action"),
    kind: column("Kind", textField, "What was done, such as demo or review.", {
      judged: true,
      required: true,
    }),
    count: column("Count", integerField(1, 1_000_000), "How often. Blank means once.", {
      judged: true,
      fallback: 1,
    }),
    date: column("Date", momentField, "When it was done.", { judged: true, required: true }),
    customer: column(
      "Customer",
      keyOf("customers"),
      "The customer who did it, or for whom it was done: the key, e-mail or external id.",
      {
        judged: true,
      },
    ),
    partner: column(
      "Partner",
      keyOf("partners"),
      "The partner who did it. Blank means the customer's partner.",
      { judged: true },
    ),
    judged: judgedColumn(),
    judgedAs: judgedAsColumn(),
    outcome: outcomeColumn(),
    problems: problemsColumn(),
  },
});
