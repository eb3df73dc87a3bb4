import { customerInputs, customerSentBefore, newCustomer } from "../../intake/new-customer";
import { begin, type Work } from "../../program/work";
import { trialReads } from "../shared/asked-event";
import { type Foreseen, foreseeEvent, foreseenAgain } from "../shared/foresee-event";
import { useCase } from "../shared/use-case";

/** What a customer would trigger, before it is added; nothing is written. Throws as `newCustomer`, or FORM_SENT. */
export const previewCustomer = useCase({
  name: "preview-customer",
  edits: "read only",
  inputs: customerInputs,
  reads: trialReads,
  decide: ({ program }, given, env): Foreseen => {
    const work: Work = begin(program);
    const before = customerSentBefore(work, given);
    if (before) return foreseenAgain(before.key);
    const { row, notes } = newCustomer(work, given, env);
    return foreseeEvent(work, env, "customer created", row.key, notes);
  },
});
