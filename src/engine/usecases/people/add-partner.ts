import { envOfForm } from "../../intake/form-id";
import { newPartner, partnerInputs, partnerSentBefore } from "../../intake/new-partner";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import type { RecordedOutput } from "./add-customer";

/** Adds a partner as a row; the next run judges it. Throws as `newPartner`, or FORM_SENT. */
export const addPartner = useCase({
  name: "add-partner",
  edits: "leave",
  inputs: partnerInputs,
  reads: ["settings", "partners", "activity"],
  decide: (work, given, world): RecordedOutput => {
    const before = partnerSentBefore(work, given);
    if (before) return { key: before.key, wasThere: true };
    const env = envOfForm(world, given.formId);
    const { row } = newPartner(work, given, env);
    logAct(work, env, { what: "Added a partner", record: row.key, to: row.name });
    return { key: row.key, wasThere: false };
  },
});
