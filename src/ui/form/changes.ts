import type { Values } from "./field-errors";

const said = (value: string | boolean | undefined): string =>
  value === true ? "yes" : value === false ? "no" : (value ?? "").trim();

/** What is to be sent to change what is saved: what differs from it, and by name what was made blank. */
export function changesOf(typed: Values, saved: Values): Values & { readonly cleared: string } {
  const changed = Object.entries(typed).filter(([id, value]) => said(value) !== said(saved[id]));
  return {
    ...Object.fromEntries(changed.filter(([, value]) => said(value) !== "")),
    cleared: changed
      .filter(([, value]) => said(value) === "")
      .map(([id]) => id)
      .join("\n"),
  };
}
