import type { FieldKind } from "../../kernel/fields";
import type { Input, Inputs } from "../../kernel/input";

/**
 * One field of a call's form: drawn by the sidebar from the same definition that checks the input. A form draws nothing for one
 * that takes a list: what is in it is chosen elsewhere.
 */
export interface FormField extends Pick<Input, "label" | "isList" | "required" | "hint"> {
  readonly id: string;
  readonly kind: FieldKind;
  readonly words: readonly string[];
}
/** The fields of every call of a registry. */
export type FormsOf<C> = { readonly [Name in keyof C]: readonly FormField[] };

/** Describes the inputs of every call, for the build to put into the sidebar. */
export function describeForms<C extends { readonly [name: string]: { readonly inputs: Inputs } }>(
  cases: C,
): FormsOf<C> {
  const forms = Object.entries(cases).map(([name, { inputs }]) => [
    name,
    Object.entries(inputs).map(([id, { label, field, isList, required, hint }]) => ({
      id,
      label,
      kind: field.kind,
      words: field.words ?? [],
      isList,
      required,
      hint,
    })),
  ]);
  return Object.fromEntries(forms) as FormsOf<C>;
}
