import type { Forms } from "../contract";
import type { Inputs } from "./use-case";

/** Describes the inputs of every call, for the build to put into the sidebar. */
export function describeForms(cases: {
  readonly [name: string]: { readonly inputs: Inputs };
}): Forms {
  const forms = Object.entries(cases).map(([name, { inputs }]) => [
    name,
    Object.entries(inputs).map(([id, { label, field, required, hint }]) => ({
      id,
      label,
      kind: field.kind,
      words: field.words ?? [],
      required,
      hint,
    })),
  ]);
  return Object.fromEntries(forms) as Forms;
}
