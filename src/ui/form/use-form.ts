import { useState } from "preact/hooks";
import type { FormField, Input, ReplyError } from "../../engine/contract/contract";
import { forgetLocalDraft } from "../state/drafts";
import { namedStore } from "../state/store";
import { useDraft } from "../state/use-draft";
import { type FormCall, fieldsOf } from "./definitions";
import {
  blankErrors,
  type FieldByCode,
  type FieldErrors,
  placeErrors,
  type Values,
} from "./field-errors";
import { FORM_ID, newFormId } from "./form-id";

export interface Form<C extends FormCall> {
  readonly call: C;
  readonly values: Values;
  /** The values as the call takes them; nothing required is blank once `check` has returned true. */
  readonly input: Input<C>;
  /** Only the values that a person typed or chose here. */
  readonly typed: Values;
  readonly errors: FieldErrors;
  /** A refusal that belongs to none of the fields. */
  readonly error: ReplyError | undefined;
  field(id: keyof Input<C> & string): FormField;
  text(id: keyof Input<C> & string): string;
  /** Sets one field and clears its error and the errors of `also`. */
  set(
    id: keyof Input<C> & string,
    value: string | boolean,
    also?: readonly (keyof Input<C> & string)[],
  ): void;
  /** Whether nothing required, and nothing of `also`, is blank. Marks blank fields and focuses the first. */
  check(also?: FieldErrors): boolean;
  /** Marks the fields that a refusal is about; `fieldByCode` as for `placeErrors`. */
  showRefusal(error: ReplyError, homes?: FieldByCode): void;
  reset(): void;
  /** Forgets what is typed on this page, because another page continues with it. */
  forgetLocally(): void;
  idOf(id: string): string;
}

const draftName = (call: FormCall, about: string): string => `form ${call} ${about}`;

/** Fills a form before it is opened, unless something is already typed into it. */
export function prefillForm<C extends FormCall>(
  call: C,
  about: string,
  values: Readonly<Record<string, string | number>>,
): void {
  const store = namedStore<Values>(draftName(call, about), {});
  const texts = Object.entries(values).map(([id, value]) => [id, String(value)]);
  if (Object.keys(store.get()).length === 0) store.set(Object.fromEntries(texts));
}

/**
 * The state of a call's form, saved as a draft, so that an error, a busy run, another screen or a closed sidebar
 * loses none of it. `about` is the key of the record it is about, if any. `given` values are chosen elsewhere and
 * win; `saved` values apply where nothing is typed.
 */
export function useForm<C extends FormCall>(
  call: C,
  given: Values,
  about = "",
  saved: Values = {},
): Form<C> {
  const fields = fieldsOf(call);
  const name = draftName(call, about);
  const [typed, setTyped] = useDraft<Values>(name, {});
  // A form that creates a row gets its id when it is started: sent again after a lost reply, it creates no second
  // row.
  const hasId = fields.some(({ id }) => id === FORM_ID);
  const [fresh, setFresh] = useState(newFormId);
  const withFormId = (by: Values): Values => (hasId ? { [FORM_ID]: fresh, ...by } : by);
  // An answer may arrive after more was typed, so it is merged into what is there by then.
  const add = (more: Values) =>
    setTyped({ ...withFormId(namedStore<Values>(name, {}).get()), ...more });
  const values = { ...saved, ...withFormId(typed), ...given };
  const [errors, setErrors] = useState<FieldErrors>({});
  const [error, setError] = useState<ReplyError | undefined>(undefined);
  const idOf = (id: string) => `${call}-${id}`;
  const mark = (found: FieldErrors) => {
    setErrors(found);
    const first = fields.find(({ id }) => id in found);
    if (first) setTimeout(() => document.getElementById(idOf(first.id))?.focus());
  };
  return {
    call,
    values,
    // Form values are the call's inputs by field.
    input: values as object as Input<C>,
    typed,
    errors,
    error,
    field: (id) => {
      const field = fields.find((each) => each.id === id);
      if (!field) throw new RangeError(`${call} has no field ${id}`);
      return field;
    },
    text: (id) => String(values[id] ?? ""),
    set: (id, value, also = []) => {
      add({ [id]: value });
      const cleared: readonly string[] = [id, ...also];
      setErrors(Object.fromEntries(Object.entries(errors).filter(([at]) => !cleared.includes(at))));
    },
    check: (also) => {
      if (hasId) add({});
      const blank = blankErrors(fields, values, also);
      mark(blank);
      setError(undefined);
      return Object.keys(blank).length === 0;
    },
    showRefusal: (refusal, homes) => {
      const { atFields, rest } = placeErrors(refusal, fields, homes);
      mark(atFields);
      setError(rest);
      // The person was told about the existing row; what is sent from now on is meant as another one.
      if (refusal.code === "FORM_SENT") add({ [FORM_ID]: newFormId() });
    },
    reset: () => {
      setTyped({});
      setFresh(newFormId());
      setErrors({});
      setError(undefined);
    },
    forgetLocally: () => forgetLocalDraft(draftName(call, about)),
    idOf,
  };
}
