import type { Input } from "../../engine/contract/contract";
import type { Values } from "./field-errors";

const textOf = (value: string | boolean | undefined): string =>
  value === true ? "yes" : value === false ? "no" : (value ?? "").trim();

/** What a call takes that changes what is saved, but for the record that it changes. */
export type Changes<C extends "change-partner" | "change-settings"> = Omit<Input<C>, "partner">;

/** What is to be sent to change what is saved: what differs from it, and by name what was made blank. */
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
  // The values of a form are its call's input by field.
  return changes as object as Changes<C>;
}
