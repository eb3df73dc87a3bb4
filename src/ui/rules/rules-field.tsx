import { PlainField } from "../form/plain-field";
import { Button } from "../parts/button";
import { blankGroup, type Complaints, complaintText, type Facts, type RuleForm } from "./rule-form";
import { RuleGroupField } from "./rule-group-field";

/**
 * The rules of a trigger as a nested form or, where they can't be drawn or the person prefers to write, as JSON.
 * Either turns into the other without loss (FACT-15).
 */
export function RulesField(props: {
  readonly id: string;
  readonly form: RuleForm;
  /** The current rules as the server reads them, once it has. */
  readonly read: { readonly text: string; readonly form: RuleForm } | undefined;
  readonly facts: Facts | undefined;
  readonly complaints: Complaints;
  /** What saving refused, where it is none of these. */
  readonly refused: string | undefined;
  readonly onForm: (form: RuleForm) => void;
}) {
  const { id, form, read, facts, complaints, refused, onForm } = props;
  const isText = form.kind === "text";
  const asForm = read?.form.kind === "text" ? undefined : read?.form;
  const group = form.kind === "group" ? form : blankGroup;
  const error = [...complaints.map(complaintText), refused].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset id={id} class="field" tabIndex={-1}>
      <legend class="group-label">If</legend>
      {isText ? (
        <PlainField
          id={`${id}-text`}
          label="Rules as JSON"
          rows={8}
          isCode
          error={error}
          value={form.text}
          onValue={(text) => onForm({ kind: "text", text })}
        />
      ) : (
        <>
          {group.items.length === 0 && (
            <p class="hint">
              Always. Add a condition, such as a product or a least amount, to narrow it.
            </p>
          )}
          {refused && <p class="field-error">{refused}</p>}
          <RuleGroupField
            id={`${id}-0`}
            place=""
            level={0}
            group={group}
            facts={facts}
            complaints={complaints}
            onChange={onForm}
          />
        </>
      )}
      {isText
        ? asForm && (
            <Button look="text" onClick={() => onForm(asForm)}>
              Edit as a form
            </Button>
          )
        : read && (
            <Button
              look="text"
              onClick={() => onForm({ kind: "text", text: prettyJson(read.text) })}
            >
              Edit as JSON
            </Button>
          )}
    </fieldset>
  );
}

function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 1);
  } catch {
    // Text that can't be parsed is shown as it was typed.
    return text;
  }
}
