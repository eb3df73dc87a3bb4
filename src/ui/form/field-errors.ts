import type { FormField, ReplyError } from "../../engine/contract/contract";
import type { Sentence } from "../../engine/kernel/message";
import { sentenceIn } from "../state/failure";

/** Error messages by field id. */
export type FieldErrors = Readonly<Record<string, Sentence>>;
export type Values = Readonly<Record<string, string | boolean>>;

export type FieldByCode = { readonly [Code in ReplyError["code"]]?: string };

/** Errors of required fields that are still blank; `also` adds further fields with their own messages. */
export function blankErrors(
  fields: readonly FormField[],
  values: Values,
  also: FieldErrors = {},
): FieldErrors {
  const errors: Record<string, Sentence> = {};
  for (const { id, label, isList, required } of fields) {
    if (isList) continue;
    const value = values[id] ?? "";
    const isBlank = typeof value === "string" && value.trim() === "";
    if (isBlank && (required || id in also)) errors[id] = also[id] ?? `${label} is needed.`;
  }
  return errors;
}

/**
 * Splits a refusal into messages at fields of this form, and the rest, which is shown above the buttons.
 * `fieldByCode` names the field of a refusal about a whole record, such as an unknown partner.
 */
export function placeErrors(
  error: ReplyError,
  fields: readonly FormField[],
  fieldByCode: FieldByCode = {},
): { readonly atFields: FieldErrors; readonly rest: ReplyError | undefined } {
  const field = fieldByCode[error.code];
  if (field !== undefined) return { atFields: { [field]: sentenceIn(error) }, rest: undefined };
  const ids = new Set(fields.map(({ id }) => id));
  const atFields: Record<string, Sentence> = {};
  const others = (error.problems ?? []).filter(({ at, message }) => {
    if (at.table !== "input" || at.column === undefined || !ids.has(at.column)) return true;
    atFields[at.column] ??= message;
    return false;
  });
  const isSaidAtFields = error.code === "INPUT_INVALID" && Object.keys(atFields).length > 0;
  if (isSaidAtFields && others.length === 0) return { atFields, rest: undefined };
  return { atFields, rest: { ...error, problems: others } };
}

/** The message of a refusal that belongs to one field of a form, if it has one. */
export const errorAt = (error: ReplyError | undefined, id: string): Sentence | undefined =>
  error?.problems?.find(({ at }) => at.table === "input" && at.column === id)?.message;
