import { refundForm } from "../../intake/new-refund";
import { quoted } from "../../kernel/cells";
import type { Key } from "../../kernel/keys";
import { trialReads } from "../shared/asked-event";
import { previewRow, recordRow } from "../shared/record-row";
import { foreseeRefund } from "./foresee-refund";
import { saleText } from "./record-sale";

export const recordRefund = recordRow(
  "record-refund",
  refundForm,
  ["settings", "transactions", "activity"],
  (refund, work) => ({
    what: "Recorded a refund",
    to: saleText(work, refund, refund.refundOf ?? ""),
  }),
);

/** What a refund would change, before it is recorded. */
export const previewRefund = previewRow("preview-refund", refundForm, trialReads, {
  foresee: (work, given, env) =>
    foreseeRefund(work, given.refundOf, env.today, () => refundForm.make(work, given, env).row),
  again: (key: Key) => ({
    outcome: `saved already, as ${quoted(key)}`,
    rewards: [],
    more: 0,
    drips: [],
  }),
});
