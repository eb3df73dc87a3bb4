import { newPartner, partnerInputs } from "../recording/new-partner";
import type { RecordedOutput } from "./add-customer";
import { logAct } from "./log-act";
import { useCase } from "./use-case";

/** Adds a partner as a row; the next run judges it. Throws as `newPartner`. */
export const addPartner = useCase({
  name: "add-partner",
  writes: true,
  inputs: partnerInputs,
  reads: ["settings", "partners", "activity"],
  decide: (work, given, env): RecordedOutput => {
    const { row } = newPartner(work, given, env);
    logAct(work, env, { what: "Added a partner", record: row.key, to: row.name });
    return { key: row.key };
  },
});
