import { newSale, saleInputs, saleSentBefore } from "../../intake/new-sale";
import { begin, type Work } from "../../program/work";
import { trialReads } from "../shared/asked-event";
import { type Foreseen, foreseeEvent, foreseenAgain } from "../shared/foresee-event";
import { useCase } from "../shared/use-case";

/** What a sale would trigger, before it is recorded; nothing is written. Throws as `newSale`, or FORM_SENT. */
export const previewSale = useCase({
  name: "preview-sale",
  edits: "read only",
  inputs: saleInputs,
  reads: trialReads,
  decide: ({ program }, given, env): Foreseen => {
    const work: Work = begin(program);
    const before = saleSentBefore(work, given);
    if (before) return foreseenAgain(before.key);
    const { row, notes } = newSale(work, given, env);
    return foreseeEvent(work, env, "transaction created", row.key, notes);
  },
});
