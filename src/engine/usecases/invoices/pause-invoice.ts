import type { Day } from "../../kernel/day";
import { keyField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { isFinal } from "../../rewards/final";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

export interface PauseInvoiceOutput {
  readonly invoice: Key;
  readonly paused: boolean;
  /** Resumed after this day, it becomes final at the next run. */
  readonly reviewEndsOn: Day;
}

/** Pauses an invoice in review, or resumes it: while paused it is not made final by a run (INVOICE-10). */
export const pauseInvoice = useCase({
  name: "pause-invoice",
  edits: "leave",
  inputs: {
    invoice: input("Invoice", keyField, { required: true }),
    paused: input("Paused", yesNoField, { required: true }),
  },
  reads: ["settings", "invoices", "activity"],
  decide: (work, { invoice: key, paused }, env): PauseInvoiceOutput => {
    const invoice = work.get("invoices", key);
    if (!invoice) throw new DomainError("INVOICE_UNKNOWN");
    if (isFinal(invoice)) throw new DomainError("INVOICE_NOT_IN_REVIEW");
    if (invoice.paused !== paused) {
      work.update("invoices", key, { paused });
      const word = (is: boolean) => (is ? "paused" : "not paused");
      const what = paused ? "Paused an invoice" : "Resumed an invoice";
      logAct(work, env, { what, record: key, from: word(invoice.paused), to: word(paused) });
    }
    return { invoice: key, paused, reviewEndsOn: invoice.reviewEndsOn };
  },
});
