import { forms } from "virtual:forms";
import type { FormField, Forms } from "../../engine/contract/contract";

/** A call whose inputs can be drawn as a form. */
export type FormCall = keyof Forms;

/** The fields of a call's form, as the server validates them. */
export const fieldsOf = (call: FormCall): readonly FormField[] =>
  forms[call].map((field) => ({ words: [], isList: false, required: false, hint: "", ...field }));

/** The words that a field of a call takes. */
export const wordsOf = (call: FormCall, id: string): readonly string[] =>
  fieldsOf(call).find((field) => field.id === id)?.words ?? [];
