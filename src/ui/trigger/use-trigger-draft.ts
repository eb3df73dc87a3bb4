import { useRef } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import type { EventKind, TriggerState } from "../../engine/kernel/vocabulary";
import type { Values } from "../form/field-errors";
import { FORM_ID } from "../form/form-id";
import { type Form, useForm } from "../form/use-form";
import { text } from "../format/text";
import type { RuleForm } from "../rules/rule-form";
import { readValues } from "../rules/values";
import { useDebounced } from "../state/use-debounced";
import { type Loaded, useLoad } from "../state/use-load";

type Plain = Readonly<Record<string, string | number | boolean>>;
export type Described = Extract<Output<"describe-trigger">, { kind: "described" }>;

/** What the editor is opened for: a saved trigger, a copy of one, or a new one. */
const COPY = "copy:";
export const copyOf = (trigger: string): string => COPY + trigger;
export const newFrom = (name: string): string => `new:${name}`;
const isNew = (about: string): boolean => about === "" || about.startsWith("new:");

const blank: Plain = {
  event: "transaction created",
  action: "grant a reward",
  mode: "per occurrence",
  delayUnit: "months",
  cycleUnit: "months",
  form: JSON.stringify({ kind: "always" }),
};

export interface TriggerDraft {
  /** The trigger's key; "" for one that is not saved yet. */
  readonly key: string;
  readonly saved: Loaded<"describe-trigger">;
  readonly isReady: boolean;
  readonly state: TriggerState;
  readonly form: Form<"save-trigger">;
  readonly rules: RuleForm;
  readonly event: EventKind;
  readonly facts: Loaded<"list-facts">;
  /** The input of *save-trigger*. */
  readonly input: Plain;
  readonly draftInput: DraftInput;
  /** What partners may read, and whether it is written from the terms (TRIG-32). */
  readonly offer: { readonly text: string; readonly isInStep: boolean };
  /** What the server says about the draft as it is typed; the latest answer. */
  readonly live: Loaded<"describe-trigger">;
}
/** A draft as *try-trigger* and the backtest take it. */
export interface DraftInput {
  readonly trigger: string;
  readonly draft: string;
}
/** An example event: its day, and a sale's amount. */
export interface Example {
  readonly on: string;
  readonly exampleAmount: string;
}

/** The state of the trigger editor: what is saved, what was typed over it, and what it would do. */
export function useTriggerDraft(about: string, example: Example): TriggerDraft {
  const source = isNew(about) ? "" : about.replace(COPY, "");
  const key = source === about ? source : "";
  const saved = useLoad("describe-trigger", { trigger: source }, source !== "");
  const described = saved.output?.kind === "described" ? saved.output : undefined;
  const base = described ? savedValues(described, key === "") : blank;
  const form = useForm("save-trigger", {}, about, shown(base));
  const rules = JSON.parse(form.text("form")) as RuleForm;
  const event = form.text("event") as EventKind;
  const facts = useLoad("list-facts", { event });
  // Typed values win; the others are sent back as they came, so that no locale can change them on the way.
  const { [FORM_ID]: _, ...typed } = form.typed;
  const wasInStep = base.offer ? base.offer === described?.offer : key === "";
  const isInStep = typeof typed.offerFromTerms === "boolean" ? typed.offerFromTerms : wasInStep;
  const input = {
    ...base,
    ...typed,
    form: JSON.stringify(readValues(rules, facts.output)),
    offerFromTerms: isInStep,
    ...(isInStep && { offer: "" }),
  };
  const present = JSON.stringify(input);
  const draft = useDebounced(present, 350);
  const isReady = source === "" || described !== undefined;
  // The blank form shown before the trigger is loaded is not a draft of it.
  const isStarted = useRef(false);
  isStarted.current ||= isReady && draft === present;
  const live = useLoad("describe-trigger", { trigger: key, draft, ...example }, isStarted.current);
  return {
    key,
    saved,
    isReady,
    state: key === "" ? "draft" : ((base.state ?? "draft") as TriggerState),
    form,
    rules,
    event,
    facts,
    input,
    draftInput: { trigger: key, draft },
    offer: {
      isInStep,
      text:
        isInStep && live.output?.kind === "described"
          ? (live.output.offer ?? "")
          : form.text("offer"),
    },
    live,
  };
}

function savedValues({ values, rules }: Described, isCopy: boolean): Plain {
  const { rules: _, order, ...rest } = values;
  const form = JSON.stringify(rules.form);
  if (isCopy) return { ...blank, ...rest, form, state: "draft", name: `Copy of ${values.name}` };
  return { ...rest, form, ...(order !== undefined && { order }) };
}

/** Values as fields show them: numbers with the locale's decimal mark. */
const shown = (values: Plain): Values =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      typeof value === "number" ? text.number(value) : value,
    ]),
  );
