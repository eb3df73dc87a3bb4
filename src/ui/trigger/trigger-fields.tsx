import { FormFieldRow } from "../form/form-field";
import { text } from "../format/text";
import { Icon } from "../parts/icon";
import { RulesField } from "../rules/rules-field";
import { ActionFields } from "./action-fields";
import type { DrawField, FieldId } from "./draw-field";
import type { TriggerDraft } from "./use-trigger-draft";

const limits: readonly FieldId[] = [
  "firstEvents",
  "firstOfPartner",
  "withinMonths",
  "limitPerReward",
  "limitPerCustomer",
  "limitPerMonth",
  "limitCurrency",
  "from",
  "until",
  "set",
];

/** All fields of a trigger: when, if, then, what partners read, and limits and dates. */
export function TriggerFields({ draft }: { readonly draft: TriggerDraft }) {
  const { form, live, facts, rules } = draft;
  const problems = live.output?.problems ?? [];
  const liveAt = (id: string) =>
    id in form.typed ? problems.find(({ column }) => column === id)?.message : undefined;
  const draw: DrawField = (props) => (
    <FormFieldRow
      form={form}
      error={liveAt(props.id)}
      choices={props.id === "percentOf" ? facts.output?.percentOf : undefined}
      {...props}
    />
  );
  const complaints = problems.flatMap(({ rule }) => rule ?? []);
  const refused = form.errors.rules && text.said(form.errors.rules);
  const filled = limits.filter((id) => form.text(id) !== "").length;
  const hasError = limits.some((id) => form.errors[id]);
  return (
    <>
      {draw({ id: "name" })}
      {draw({ id: "event", label: "When", hint: "" })}
      <RulesField
        id={form.idOf("rules")}
        form={rules}
        read={live.output?.kind === "described" ? live.output.rules : undefined}
        facts={facts.output}
        complaints={complaints}
        refused={complaints.length > 0 ? undefined : refused}
        onForm={(next) => form.set("form", JSON.stringify(next), ["rules"])}
      />
      <ActionFields action={form.text("action")} draw={draw} />
      {draw({ id: "offer" })}
      <details class="more" open={hasError || undefined}>
        <summary class="line">
          Limits, dates and sets{filled > 0 && ` (${filled})`} <Icon name="down" />
        </summary>
        {limits.map((id) => (
          <div key={id}>{draw({ id, hidesOptional: true })}</div>
        ))}
      </details>
    </>
  );
}
