import { keyField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { invoiceInReview } from "../shared/invoice-by-state";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

/** Pauses an invoice in review, or resumes it: while paused it is not made final by a run (INVOICE-10). */
export const pauseInvoice = useCase({
  name: "pause-invoice",
  edits: "leave",
  inputs: {
    invoice: input("Invoice", keyField, { required: true }),
    paused: input("Paused", yesNoField, { required: true }),
  },
  reads: ["invoices", "activity"],
  decide: (work, { invoice: key, paused }, env) => {
    const invoice = invoiceInReview(work, key);
    if (invoice.paused !== paused) {
      work.update("invoices", key, { paused });
      const word = (is: boolean) => (is ? "paused" : "not paused");
      const what = paused ? "Paused an invoice" : "Resumed an invoice";
      logAct(work, env, { what, records: [key], from: word(invoice.paused), to: word(paused) });
    }
    /** Resumed after that day, it becomes final at the next run. */
    return { invoice: key, paused, reviewEndsOn: invoice.reviewEndsOn };
  },
});
