import { actionFields } from "virtual:forms";
import { useRef, useState } from "preact/hooks";
import type { AmountMode, EventKind } from "../../engine/kernel/vocabulary";
import { Chips } from "../parts/chips";
import type { DrawField, FieldId } from "./draw-field";
import type { TriggerDraft } from "./use-trigger-draft";

type Form = TriggerDraft["form"];
/** What an amount is, and for a drip whether it is each part's or split among all. */
type Kind = "flat" | "percent" | "flat total" | "percent total";
const labels = {
  once: { flat: "Flat", percent: "Percent" },
  parts: {
    flat: "Flat, each part",
    percent: "Percent, each part",
    "flat total": "Flat total, split",
    "percent total": "Percent total, split",
  },
} as const;
const fieldsOf = {
  flat: ["amount", "currency"],
  percent: ["percent", "percentOf"],
} as const satisfies Record<string, readonly FieldId[]>;

/** The action, and the fields that it takes: of an amount those of one kind at a time (TRIG-30). */
export function ActionFields({ form, draw }: { readonly form: Form; readonly draw: DrawField }) {
  const action = form.text("action");
  const lists = (actionFields[action] ?? []).filter(([first]) => first !== "mode");
  const isDrip = lists.length !== (actionFields[action] ?? []).length;
  const [kind, choose] = useKind(form, isDrip);
  const hides = fieldsOf[kind.startsWith("percent") ? "flat" : "percent"];
  const hints = hintsOf(kind, isDrip);
  const shown = lists.filter(([first]) => first && !(hides as readonly string[]).includes(first));
  const field = (id: FieldId, label?: string) =>
    draw({ id, hint: hints[id] ?? "", hidesOptional: true, ...(label && { label }) });
  return (
    <>
      {draw({ id: "action", label: "Then", hint: "" })}
      {shown.length !== lists.length && (
        <Chips
          name="amount-kind"
          label="Amount"
          options={kindsOf(form, isDrip).map((value) => ({
            value,
            label: (isDrip ? labels.parts : labels.once)[value as "flat"],
          }))}
          value={kind}
          onValue={choose}
        />
      )}
      {shown.map(([first, second]) =>
        second ? (
          <div class="pair" key={first}>
            {first && field(first)}
            {draw({ id: second, hint: "", hidesOptional: true })}
          </div>
        ) : (
          first && field(first)
        ),
      )}
    </>
  );
}

/** A percent needs a sale; where one is filled all the same, it can still be taken away. */
function kindsOf(form: Form, isDrip: boolean): readonly Kind[] {
  const isFlatOnly =
    (form.text("event") as EventKind) !== "transaction created" && form.text("percent") === "";
  const all: readonly Kind[] = isDrip
    ? ["flat", "percent", "flat total", "percent total"]
    : ["flat", "percent"];
  return all.filter((kind) => !isFlatOnly || kind.startsWith("flat"));
}

/** The kind that is shown. Choosing another clears the fields of the one before, and brings them back with it. */
function useKind(form: Form, isDrip: boolean): readonly [Kind, (kind: Kind) => void] {
  const [isPercent, setPercent] = useState<boolean | undefined>(undefined);
  const before = useRef<Partial<Record<FieldId, string>>>({});
  const filled = form.text("percent") !== "";
  // What is filled says which kind it is, also after changes were discarded.
  const shown =
    filled || (form.text("amount") === "" && (isPercent ?? form.text("percentOf") !== ""));
  const total = isDrip && (form.text("mode") as AmountMode) === "split a total" ? " total" : "";
  const choose = (kind: Kind) => {
    const wanted = kind.startsWith("percent");
    if (isDrip) form.set("mode", kind.endsWith("total") ? "split a total" : "per occurrence");
    if (wanted === shown) return;
    for (const id of fieldsOf[wanted ? "flat" : "percent"]) {
      before.current[id] = form.text(id);
      form.set(id, "");
    }
    for (const id of fieldsOf[wanted ? "percent" : "flat"]) form.set(id, before.current[id] ?? "");
    setPercent(wanted);
  };
  return [`${shown ? "percent" : "flat"}${total}`, choose];
}

function hintsOf(kind: Kind, isDrip: boolean): Partial<Record<FieldId, string>> {
  const whole = isDrip
    ? kind.endsWith("total")
      ? "In all. The parts add up to it."
      : "For each part, not in all."
    : "";
  return {
    amount: whole || "For each event.",
    percent: `Of the sale.${whole && ` ${whole}`}`,
    percentOf: "",
    occurrences: "How many parts, from 1 to 600.",
    cycle: "From one part to the next.",
    delay: "Until the first part.",
    group: "The partner's new group.",
  };
}
