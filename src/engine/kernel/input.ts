import type { Field } from "./fields";

/** One input of a use case: it draws the form's field and checks what comes through the door. */
export interface Input<T = unknown> {
  readonly label: string;
  readonly field: Field<NonNullable<T>>;
  readonly required: boolean;
  readonly hint: string;
  /** The input that names an amount's currency. */
  readonly currencyIn: string;
  /** Characters of text. */
  readonly longest: number;
}
export type Inputs = Readonly<Record<string, Input>>;
export type InputOf<I extends Inputs> = {
  readonly [K in keyof I]: I[K] extends Input<infer T> ? T : never;
};

interface InputOptions {
  readonly required?: boolean;
  readonly hint?: string;
  readonly currencyIn?: string;
  readonly longest?: number;
}
/** What a person writes fits its cell, beside whatever is said of it in Activity (50,000 characters: PLATFORM-40). */
const LONGEST = 1_000;
const LONGEST_PROSE = 10_000;
/** Of a file or a list of keys, which is written into no single cell: the door's own bound stands. */
export const ANY_LENGTH = 1_000_000;

/** An input; `null` when left blank, unless it is required. */
export function input<T, const O extends InputOptions>(
  label: string,
  field: Field<T>,
  options?: O,
): Input<O extends { readonly required: true } ? T : T | null> {
  return {
    label,
    field: field as Field<never>,
    required: options?.required ?? false,
    hint: options?.hint ?? "",
    currencyIn: options?.currencyIn ?? "currency",
    longest:
      options?.longest ?? field.longest ?? (field.kind === "long text" ? LONGEST_PROSE : LONGEST),
  };
}
