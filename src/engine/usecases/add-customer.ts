import type { Key } from "../keys";
import { customerInputs, newCustomer } from "../recording/new-customer";
import { logAct } from "./log-act";
import { useCase } from "./use-case";

/** The row that was recorded. */
export interface RecordedOutput {
  readonly key: Key;
}

/** Adds a customer as a row; the next run judges it (product.md §5, the other door). Throws as `newCustomer`. */
export const addCustomer = useCase({
  name: "add-customer",
  writes: true,
  inputs: customerInputs,
  reads: ["settings", "partners", "customers", "activity"],
  decide: (work, given, env): RecordedOutput => {
    const { row } = newCustomer(work, given, env);
    const to = `${row.name ?? row.key}, of ${given.partner}`;
    logAct(work, env, { what: "Added a customer", record: row.key, to });
    return { key: row.key };
  },
});
