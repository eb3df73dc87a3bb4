import { FormFieldRow } from "../form/form-field";
import { text } from "../format/text";
import { RulesField } from "../rules/rules-field";
import { ActionFields } from "./action-fields";
import type { DrawField } from "./draw-field";
import { LimitFields } from "./limit-fields";
import { OfferField } from "./offer-field";
import type { TriggerDraft } from "./use-trigger-draft";

/** All fields of a trigger: when, if, then, its limits, and what partners read. */
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
      <ActionFields form={form} draw={draw} />
      <LimitFields draft={draft} draw={draw} />
      <OfferField draft={draft} />
    </>
  );
}
