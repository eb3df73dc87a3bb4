import { envOfForm } from "../../intake/form-id";
import { newRefund, refundInputs, refundSentBefore } from "../../intake/new-refund";
import { format } from "../../kernel/money";
import { currencyOf } from "../../sales/refund-row";
import type { RecordedOutput } from "../people/add-customer";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

/** Records a refund of a sale as a row; the next run lets it take effect (REFUND-11). Throws as `newRefund`, or FORM_SENT. */
export const recordRefund = useCase({
  name: "record-refund",
  edits: "leave",
  inputs: refundInputs,
  reads: ["settings", "transactions", "activity"],
  decide: (work, given, world): RecordedOutput => {
    const before = refundSentBefore(work, given);
    if (before) return { key: before.key, wasThere: true };
    const env = envOfForm(world, given.formId);
    const row = newRefund(work, given, env);
    const money = format({ amount: row.amount, currency: currencyOf(work, row) });
    const to = `${money} of ${given.refundOf} on ${row.date.day}`;
    logAct(work, env, { what: "Recorded a refund", record: row.key, to });
    return { key: row.key, wasThere: false };
  },
});
