import type { ComponentChildren, ComponentType } from "preact";
import type { Input } from "../../engine/contract/contract";
import type { Sentence } from "../../engine/kernel/message";
import { text } from "../format/text";
import type { FormCall } from "./definitions";
import type { Form } from "./use-form";
import { type WidgetProps, widgets } from "./widgets";

/** Label, control, hint and error of one field, linked for screen readers. */
export function FieldShell(props: {
  readonly id: string;
  readonly label: string;
  readonly isOptional: boolean;
  readonly hint?: string | undefined;
  readonly error?: Sentence | undefined;
  readonly isInline?: boolean;
  readonly children: (describedBy: string | undefined) => ComponentChildren;
  readonly below?: ComponentChildren;
}) {
  const { id, label, isOptional, hint, error, isInline = false, children, below } = props;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <div class={isInline ? "field inline" : "field"}>
      <label for={id}>
        {label}
        {isOptional && <span class="optional"> (optional)</span>}
      </label>
      {children(describedBy)}
      {error && (
        <p class="field-error" id={errorId}>
          {text.said(error)}
        </p>
      )}
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      {below}
    </div>
  );
}

/** One field of a call's form, drawn from the definition that the server validates it with. */
export function FormFieldRow<C extends FormCall>(props: {
  readonly form: Form<C>;
  readonly id: keyof Input<C> & string;
  readonly label?: string;
  readonly hint?: string;
  /** Required here, although the call does not require it. */
  readonly isRequired?: boolean;
  /** Leaves out "(optional)", where the hint already says so. */
  readonly hidesOptional?: boolean;
  readonly error?: Sentence | undefined;
  readonly choices?: readonly string[] | undefined;
  readonly below?: ComponentChildren;
}) {
  const { form, id, label, hint, choices, below } = props;
  const definition = form.field(id);
  const field = { ...definition, required: definition.required || props.isRequired === true };
  const error = form.errors[id] ?? props.error;
  const Widget: ComponentType<WidgetProps> = widgets[field.kind];
  const isTick = field.kind === "yes/no";
  return (
    <FieldShell
      id={form.idOf(id)}
      label={label ?? field.label}
      isOptional={!field.required && !isTick && !props.hidesOptional}
      hint={hint ?? field.hint}
      error={error}
      isInline={isTick}
      below={below}
    >
      {(describedBy) => (
        <Widget
          id={form.idOf(id)}
          field={field}
          value={form.values[id] ?? ""}
          onValue={(value) => form.set(id, value)}
          describedBy={describedBy}
          isInvalid={error !== undefined}
          choices={choices}
        />
      )}
    </FieldShell>
  );
}
