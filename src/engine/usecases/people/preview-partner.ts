import { newPartner, partnerInputs, partnerSentBefore } from "../../intake/new-partner";
import { begin, type Work } from "../../program/work";
import { trialReads } from "../shared/asked-event";
import { type Foreseen, foreseeEvent, foreseenAgain } from "../shared/foresee-event";
import { useCase } from "../shared/use-case";

/** What a partner who joins would trigger, before the row is added; nothing is written. Throws as `newPartner`, or FORM_SENT. */
export const previewPartner = useCase({
  name: "preview-partner",
  edits: "read only",
  inputs: partnerInputs,
  reads: trialReads,
  decide: ({ program }, given, env): Foreseen => {
    const work: Work = begin(program);
    const before = partnerSentBefore(work, given);
    if (before) return foreseenAgain(before.key);
    const { row, notes } = newPartner(work, given, env);
    return foreseeEvent(work, env, "partner joined or changed group", row.key, notes);
  },
});
