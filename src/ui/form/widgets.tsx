import type { FormField } from "../../engine/contract/contract";
import { text } from "../format/text";
import { capitalize } from "../format/words";

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
const Line = (props: WidgetProps) => (
  <>
    <input
      {...common(props)}
      {...typing(props)}
      type="text"
      inputMode={modes[props.field.kind]}
      list={props.choices && `${props.id}-choices`}
    />
    {props.choices && (
      <datalist id={`${props.id}-choices`}>
        {props.choices.map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
    )}
  </>
);
const Code = (props: WidgetProps) => (
  <input {...common(props)} {...typing(props)} type="text" class="capitals" maxLength={3} />
);
/** A text field and no date picker, since people type "12 Mar" or "12.3.", as in a cell. */
const Day = (props: WidgetProps) => (
  <input {...common(props)} {...typing(props)} type="text" placeholder={text.day(EXAMPLE_DAY)} />
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
  currency: Code,
  day: Day,
  moment: Day,
  month: Month,
  word: Word,
  "yes/no": YesNo,
  "e-mail": Line,
  packed: Line,
} as const satisfies { readonly [Kind in FieldKind]: (props: WidgetProps) => unknown };
