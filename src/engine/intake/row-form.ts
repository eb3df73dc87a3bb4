import { quoted } from "../kernel/cells";
import type { Env } from "../kernel/env";
import { keyField } from "../kernel/fields";
import { type Input, type InputOf, type Inputs, input } from "../kernel/input";
import type { Key } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import { refuseInput } from "../kernel/refuse-input";
import type { Work } from "../program/work";
import { type RecordOf, type TableName, tableOf } from "../tables";
import { formIdInput } from "./form-id";

/** What every form takes that records a row. */
export const rowInputs = {
  key: input("Key", keyField, { hint: "Your own key. Filled in if left blank." }),
  formId: formIdInput,
};

/** A form that records a row which is not judged yet: the same as one typed (SHEET-25). */
export interface RowForm<
  N extends TableName,
  T extends TableName,
  I extends Inputs & { readonly [K in keyof typeof rowInputs]: Input<Key | null> },
> {
  readonly table: N;
  readonly inputs: I;
  /** What it says of its row, by column, where that is not as it was typed. */
  readonly says?: (given: InputOf<I>) => Readonly<Record<string, unknown>>;
  /** Adds the row, and says what looks odd about it. Throws INPUT_INVALID for a key that is taken. */
  readonly make: (
    work: Work<T>,
    given: InputOf<I>,
    env: Pick<Env, "today" | "newId">,
  ) => { readonly row: RecordOf<N>; readonly notes: readonly Sentence[] };
}
export const rowForm = <
  N extends TableName,
  T extends TableName,
  I extends Inputs & { readonly [K in keyof typeof rowInputs]: Input<Key | null> },
>(
  form: RowForm<N, T, I>,
): RowForm<N, T, I> => form;

/** The most odd things that are told. */
export const someNotes = (notes: readonly Sentence[]): readonly Sentence[] => notes.slice(0, 3);

/** The key of a row that a person records: theirs, or a new one. Throws INPUT_INVALID where a row has it already. */
export function ownKey<T extends TableName>(
  work: Work<T>,
  table: T,
  given: Key | null,
  { newId }: Pick<Env, "newId">,
): Key {
  if (given === null) return newId(tableOf(table).prefix);
  if (!work.has(table, given)) return given;
  return refuseInput(
    "key",
    `A row with the key ${quoted(given)} is already there. Type another, or leave it blank.`,
  );
}
