import type { FieldKind } from "./fields";
import type { Problem, RefusalCode } from "./problem";
import type { useCases } from "./usecases";
import type { Decision, Inputs } from "./usecases/use-case";

type UseCases = typeof useCases;
/** What the sidebar may call. */
export type Call = keyof UseCases;

/** What a call takes: JSON primitives by input, as a person typed them; the server reads them with its fields. */
export type Input<C extends Call> = {
  readonly [K in keyof UseCases[C]["inputs"]]?: string | number | boolean | null;
};
/** What a call answers with: plain JSON. */
export type Output<C extends Call> =
  ReturnType<UseCases[C]["decide"]> extends Decision<infer Out> ? Out : never;

export type ReplyError = {
  readonly code: RefusalCode;
  readonly message: string;
  readonly problems?: readonly Problem[];
};
/** The envelope in which every call is answered (architecture.md §4). */
export type Reply<C extends Call> =
  | { readonly ok: true; readonly output: Output<C> }
  | { readonly ok: false; readonly error: ReplyError };

/** One field of a call's form: drawn by the sidebar from the same definition that checks the input. */
export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly words: readonly string[];
  readonly required: boolean;
  readonly hint: string;
}
export type Forms = { readonly [C in Call]: readonly FormField[] };

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
