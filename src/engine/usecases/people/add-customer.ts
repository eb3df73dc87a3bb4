import { envOfForm } from "../../intake/form-id";
import { customerInputs, customerSentBefore, newCustomer } from "../../intake/new-customer";
import type { Key } from "../../kernel/keys";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";

/** The row that was recorded. */
export interface RecordedOutput {
  readonly key: Key;
  /** The same form was sent before: the row was there, and nothing was added. */
  readonly wasThere: boolean;
}

/** Adds a customer as a row; the next run judges it (REWARD-21). Throws as `newCustomer`, or FORM_SENT. */
export const addCustomer = useCase({
  name: "add-customer",
  edits: "leave",
  inputs: customerInputs,
  reads: ["settings", "partners", "customers", "activity"],
  decide: (work, given, world): RecordedOutput => {
    const before = customerSentBefore(work, given);
    if (before) return { key: before.key, wasThere: true };
    const env = envOfForm(world, given.formId);
    const { row } = newCustomer(work, given, env);
    const to = `${row.name ?? row.key}, of ${given.partner}`;
    logAct(work, env, { what: "Added a customer", record: row.key, to });
    return { key: row.key, wasThere: false };
  },
});
