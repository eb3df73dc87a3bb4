import { type Foreseen, foreseeEvent } from "../recording/foresee-event";
import { customerInputs, newCustomer } from "../recording/new-customer";
import { begin, type Work } from "../work";
import { trialReads } from "./asked-event";
import { useCase } from "./use-case";

/** What a customer would trigger, before it is added; nothing is written. Throws as `newCustomer`. */
export const previewCustomer = useCase({
  name: "preview-customer",
  writes: false,
  inputs: customerInputs,
  reads: trialReads,
  decide: ({ program }, given, env): Foreseen => {
    const work: Work = begin(program);
    const { row, notes } = newCustomer(work, given, env);
    return foreseeEvent(work, env, "customer created", row.key, notes);
  },
});
