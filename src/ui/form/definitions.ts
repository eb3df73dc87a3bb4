import { forms } from "virtual:forms";
import type { FormField } from "../../engine/contract/contract";
import type { DrawnCall } from "./drawn-calls";

/** The fields of a call's form, as the server checks them. */
export const fieldsOf = (call: DrawnCall): readonly FormField[] =>
  forms[call].map((field) => ({ words: [], required: false, hint: "", ...field }));
