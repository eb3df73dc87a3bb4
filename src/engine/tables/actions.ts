import { integerField, keyOf, momentField, textField } from "../kernel/fields";
import { eventColumns, typedKey } from "./common";
import { judged, table } from "./table";

/** Anything else worth rewarding that a customer or partner did (SHEET-5). */
export const actions = table({
  name: "actions",
  sheet: "Actions",
  prefix: "act",
  ownColumns: true,
  columns: {
    key: typedKey("actions", "action"),
    kind: judged("Kind", textField, "What was done, such as demo or review.", { required: true }),
    count: judged("Count", integerField(1, 1_000_000), "How often. Blank means once.", {
      fallback: 1,
    }),
    date: judged("Date", momentField, "When it was done.", { required: true }),
    customer: judged(
      "Customer",
      keyOf("customers"),
      "The customer who did it, or for whom it was done: the key, e-mail or external id.",
    ),
    partner: judged(
      "Partner",
      keyOf("partners"),
      "The partner who did it. Blank means the customer's partner.",
    ),
    ...eventColumns(),
  },
});
