import type { Field } from "./fields";

/** One input of a use case: it draws the form's field and checks what comes through the door. */
export interface Input<T = unknown> {
  readonly label: string;
  /** How its value is read; of a list, each of its items. */
  readonly field: Field<NonNullable<T extends readonly (infer Item)[] ? Item : T>>;
  readonly isList: boolean;
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

/**
 * A value as a call carries it, in JSON: a number also as somebody typed it, a day, a month and a currency as text, a
 * word as one of its list.
 */
type Wire<T> = T extends readonly (infer Item)[]
  ? readonly Wire<Item>[]
  : T extends number
    ? number | string
    : T extends string
      ? T extends object
        ? string
        : T
      : T;
type WireOf<I> = I extends Input<infer T> ? Wire<NonNullable<T>> : never;
type RequiredIn<I extends Inputs> = {
  readonly [K in keyof I]: I[K] extends Input<infer T> ? (null extends T ? never : K) : never;
}[keyof I];

/** What a call takes: required inputs are required; any other may be left out, or blank. */
export type CallInput<I extends Inputs> = {
  readonly [K in RequiredIn<I>]: WireOf<I[K]>;
} & {
  readonly [K in Exclude<keyof I, RequiredIn<I>>]?: WireOf<I[K]> | "" | null;
};

export type InputOptions = Partial<Pick<Input, "required" | "hint" | "currencyIn" | "longest">>;
export type Optional<T, O> = O extends { readonly required: true } ? T : T | null;
/** What a person writes fits its cell, beside whatever is said of it in Activity (50,000 characters: PLATFORM-40). */
const LONGEST = 1_000;
const LONGEST_PROSE = 10_000;
/** Of a file, which is written into no single cell: the door's own bound stands. */
export const ANY_LENGTH = 1_000_000;

/** An input; `null` when left blank, unless it is required. */
export function input<T, const O extends InputOptions>(
  label: string,
  field: Field<T>,
  options?: O,
): Input<Optional<T, O>> {
  return {
    label,
    field: field as Field<never>,
    isList: false,
    required: options?.required ?? false,
    hint: options?.hint ?? "",
    currencyIn: options?.currencyIn ?? "currency",
    longest:
      options?.longest ?? field.longest ?? (field.kind === "long text" ? LONGEST_PROSE : LONGEST),
  };
}

/** An input that takes a list of such values, each once; required, it takes no empty one. */
export function listInput<T, const O extends InputOptions>(
  label: string,
  field: Field<T>,
  options?: O,
): Input<Optional<readonly T[], O>> {
  return { ...(input(label, field, options) as Input<never>), isList: true };
}
