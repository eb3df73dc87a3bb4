import { envOfForm, sentBefore } from "../../intake/form-id";
import type { RowForm, rowInputs } from "../../intake/row-form";
import type { Env } from "../../kernel/env";
import type { Input, InputOf, Inputs } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { begin, type Work } from "../../program/work";
import type { RecordOf, TableName } from "../../tables";
import { type Act, logAct } from "./log-act";
import { useCase } from "./use-case";

export type FormInputs = Inputs & { readonly [K in keyof typeof rowInputs]: Input<Key | null> };

/** Records a row by a form; the next run judges it (REWARD-21). Throws as the form, or FORM_SENT. */
export const recordRow = <
  const Name extends string,
  N extends TableName,
  T extends TableName,
  I extends FormInputs,
>(
  name: Name,
  form: RowForm<N, T, I>,
  reads: readonly (NoInfer<T> | "settings" | "activity")[],
  act: (row: RecordOf<N>, work: Work<NoInfer<T>>) => Act,
) =>
  useCase({
    name,
    edits: "leave",
    inputs: form.inputs,
    reads,
    decide: (own, given, world) => {
      const work = own as unknown as Work;
      const before = rowSentBefore(work, form, given);
      if (before) return { key: before.key, wasThere: true };
      const env = envOfForm(world, given.formId as Key | null);
      const { row } = form.make(work, given, env);
      logAct(work, env, { ...act(row, work), records: [row.key] });
      /** Where the same form was sent before, the row was there, and nothing was added. */
      return { key: row.key, wasThere: false };
    },
  });

/** What recording it would come to; nothing is written. Throws as the form, or FORM_SENT. */
export const previewRow = <
  const Name extends string,
  N extends TableName,
  T extends TableName,
  I extends FormInputs,
  const R extends TableName,
  Out,
>(
  name: Name,
  form: RowForm<N, T, I>,
  reads: readonly R[],
  how: {
    readonly foresee: (work: Work, given: InputOf<I>, env: Env) => Out;
    /** What is told of a form that was sent before: sending it again comes to nothing. */
    readonly again: (key: Key) => Out;
  },
) =>
  useCase({
    name,
    edits: "read only",
    inputs: form.inputs,
    reads,
    decide: ({ program }, given, env): Out => {
      const work: Work = begin(program);
      const before = rowSentBefore(work, form, given);
      return before ? how.again(before.key) : how.foresee(work, given, env);
    },
  });

const rowSentBefore = <N extends TableName, T extends TableName, I extends FormInputs>(
  work: Work,
  { table, says }: RowForm<N, T, I>,
  given: InputOf<I>,
): RecordOf<N> | undefined =>
  sentBefore(work as unknown as Work<N>, table, {
    ...(given as InputOf<FormInputs>),
    ...says?.(given),
  });
