import { envOfForm } from "../../intake/form-id";
import { newSale, saleInputs, saleSentBefore } from "../../intake/new-sale";
import { format } from "../../kernel/money";
import { currencyOf } from "../../sales/refund-row";
import type { RecordedOutput } from "../people/add-customer";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

/** Records a sale as a row; the next run judges it (REWARD-21). Throws as `newSale`, or FORM_SENT. */
export const recordSale = useCase({
  name: "record-sale",
  edits: "leave",
  inputs: saleInputs,
  reads: ["settings", "customers", "transactions", "activity"],
  decide: (work, given, world): RecordedOutput => {
    const before = saleSentBefore(work, given);
    if (before) return { key: before.key, wasThere: true };
    const env = envOfForm(world, given.formId);
    const { row } = newSale(work, given, env);
    const money = format({ amount: row.amount, currency: currencyOf(work, row) });
    const to = `${money} of ${row.customer} on ${row.date.day}`;
    logAct(work, env, { what: "Recorded a sale", record: row.key, to });
    return { key: row.key, wasThere: false };
  },
});
