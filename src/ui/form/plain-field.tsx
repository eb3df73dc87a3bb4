import type { Sentence } from "../../engine/kernel/message";
import { capitalize } from "../format/words";
import { FieldShell } from "./form-field";

/** A labelled field that belongs to no call's form: a line, a date, several lines (`rows`), or a choice of words. */
export function PlainField<W extends string>(props: {
  readonly id: string;
  readonly label: string;
  readonly value: W;
  /** A choice answers with one of its words; any other field with the typed text. */
  readonly onValue: (value: W) => void;
  readonly isDate?: boolean;
  readonly rows?: number;
  /** For text that machines also read, such as JSON. */
  readonly isCode?: boolean;
  readonly words?: readonly W[];
  /** The id of a list to pick from. */
  readonly list?: string;
  readonly hint?: string;
  readonly error?: Sentence | undefined;
  readonly isOptional?: boolean;
  readonly isRequired?: boolean;
}) {
  const { id, label, value, onValue, isDate, rows, isCode, words } = props;
  const { hint, error, isOptional = false } = props;
  return (
    <FieldShell {...{ id, label, hint, error, isOptional }}>
      {(describedBy) => {
        const common = {
          id,
          value,
          "aria-describedby": describedBy,
          "aria-invalid": error ? true : undefined,
          "aria-required": props.isRequired,
          onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
            onValue(event.currentTarget.value as W),
        };
        if (rows)
          return (
            <textarea
              {...common}
              rows={rows}
              spellcheck={!isCode}
              class={isCode ? "code" : undefined}
            />
          );
        if (isDate) return <input {...common} type="date" />;
        if (!words)
          return (
            <input
              {...common}
              type="text"
              autocomplete="off"
              {...(props.list && { list: props.list })}
            />
          );
        return (
          <select {...common}>
            {words.map((word) => (
              <option key={word} value={word}>
                {capitalize(word)}
              </option>
            ))}
          </select>
        );
      }}
    </FieldShell>
  );
}
