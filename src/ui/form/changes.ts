import type { Input } from "../../engine/contract/contract";
import type { Values } from "./field-errors";

const textOf = (value: string | boolean | undefined): string =>
  value === true ? "yes" : value === false ? "no" : (value ?? "").trim();

/** The inputs of a call that changes a saved record, without the record's key. */
export type Changes<C extends "change-partner" | "change-settings"> = Omit<Input<C>, "partner">;

/** The inputs that change what is saved: the values that differ, and the names of those that were cleared. */
export function changesOf<C extends "change-partner" | "change-settings">(
  typed: Values,
  saved: Values,
): Changes<C> {
  const changed = Object.entries(typed).filter(
    ([id, value]) => textOf(value) !== textOf(saved[id]),
  );
  const isCleared = ([, value]: (typeof changed)[number]) => textOf(value) === "";
  const changes = {
    ...Object.fromEntries(changed.filter((each) => !isCleared(each))),
    cleared: changed.filter(isCleared).map(([id]) => id),
  };
  // Form values are the call's inputs by field.
  return changes as object as Changes<C>;
}
