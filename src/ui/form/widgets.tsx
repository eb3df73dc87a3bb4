import type { FormField } from "../../engine/contract/contract";
import { text } from "../format/text";
import { capitalize } from "../format/words";
import { Suggestions, suggestionsOf } from "./suggestions";

const EXAMPLE_DAY = "2026-03-31";

type FieldKind = FormField["kind"];
export interface WidgetProps {
  readonly id: string;
  readonly field: FormField;
  readonly value: string | boolean;
  readonly onValue: (value: string | boolean) => void;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  /** What may be picked; anything else may be typed. */
  readonly choices?: readonly string[] | undefined;
}

const common = ({ id, field, describedBy, isInvalid }: WidgetProps) => ({
  id,
  "aria-describedby": describedBy,
  "aria-invalid": isInvalid || undefined,
  "aria-required": field.required || undefined,
});

const typing = ({ value, onValue }: WidgetProps) => ({
  value: String(value),
  autocomplete: "off",
  onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
    onValue(event.currentTarget.value),
});

/** The keyboard that phones offer. */
const modes: { readonly [Kind in FieldKind]?: "numeric" | "decimal" | "email" } = {
  integer: "numeric",
  number: "decimal",
  amount: "decimal",
  percent: "decimal",
  "e-mail": "email",
};
/** A line of text; choices, currencies and groups are offered as a pick-list, and may be typed. */
function Line(props: WidgetProps) {
  const { id, field, choices } = props;
  const of = choices ? undefined : suggestionsOf(field);
  const isCode = field.kind === "currency";
  return (
    <>
      <input
        {...common(props)}
        {...typing(props)}
        type="text"
        inputMode={modes[field.kind]}
        {...(isCode && { class: "capitals", maxLength: 3 })}
        {...((choices || of) && { list: `${id}-words` })}
      />
      {choices && (
        <datalist id={`${id}-words`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {of && <Suggestions id={`${id}-words`} of={of} />}
    </>
  );
}
/**
 * A day is typed as in a cell ("12 Mar", "12.3."), or picked. The browser's own picker stands beside the text: a script may
 * not open it in a frame of another origin.
 */
const Day = (props: WidgetProps) => (
  <span class="day-field">
    <input
      {...common(props)}
      {...typing(props)}
      type="text"
      placeholder={`such as ${text.day(EXAMPLE_DAY)}`}
    />
    <input
      type="date"
      aria-label="Calendar"
      value=""
      onChange={({ currentTarget }) =>
        currentTarget.value !== "" && props.onValue(currentTarget.value)
      }
    />
  </span>
);
const Month = (props: WidgetProps) => <input {...common(props)} {...typing(props)} type="month" />;
const LongText = (props: WidgetProps) => (
  <textarea {...common(props)} {...typing(props)} rows={3} />
);

function Word(props: WidgetProps) {
  return (
    <select
      {...common(props)}
      value={String(props.value)}
      onChange={(event) => props.onValue(event.currentTarget.value)}
    >
      {(!props.field.required || props.value === "") && <option value="">Choose…</option>}
      {props.field.words.map((word) => (
        <option key={word} value={word}>
          {capitalize(word)}
        </option>
      ))}
    </select>
  );
}

function YesNo(props: WidgetProps) {
  return (
    <input
      {...common(props)}
      type="checkbox"
      checked={props.value === true || props.value === "yes"}
      onChange={(event) => props.onValue(event.currentTarget.checked)}
    />
  );
}

/** How each kind of field is drawn; the server parses what is typed by the same kinds. */
export const widgets = {
  text: Line,
  "long text": LongText,
  key: Line,
  integer: Line,
  number: Line,
  amount: Line,
  percent: Line,
  currency: Line,
  day: Day,
  moment: Day,
  month: Month,
  word: Word,
  "yes/no": YesNo,
  "e-mail": Line,
  packed: Line,
} as const satisfies { readonly [Kind in FieldKind]: (props: WidgetProps) => unknown };
