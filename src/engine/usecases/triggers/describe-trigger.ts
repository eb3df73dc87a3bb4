import { amountField, dayField, keyField, longTextField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import { exponentOf } from "../../kernel/money";
import { asRefusal } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import type { Program } from "../../program/program";
import { lenientCatalogue } from "../../rules/lenient-catalogue";
import { previewOf } from "../../simulate/preview-dates";
import type { Trigger } from "../../tables";
import { checkTrigger } from "../../triggers/check-trigger";
import { type RuleForm, toForm } from "../../triggers/form";
import type { Preview } from "../../triggers/sentence";
import { sentenceOf } from "../../triggers/sentence";
import { useCase } from "../shared/use-case";
import { type Overlap, overlapLines, savedTrigger } from "./saved-trigger";
import { readDraft, valuesOf } from "./trigger-draft";

/** A field that must be put right before the trigger can be saved. */
export interface FieldProblem {
  readonly column: string;
  readonly message: string;
}
export type DescribeTriggerOutput =
  | { readonly kind: "unreadable"; readonly problems: readonly FieldProblem[] }
  | {
      readonly kind: "described";
      /** What *save-trigger* takes, blank fields left out. */
      readonly values: Readonly<Record<string, string | number | boolean>>;
      readonly rules: { readonly text: string; readonly form: RuleForm };
      readonly problems: readonly FieldProblem[];
      /** What would happen if the event occurred on the day; null while there are problems. */
      readonly sentence: string | null;
      readonly preview: Preview | null;
      readonly overlaps: readonly Overlap[];
    };

const EXAMPLE = 100;

/**
 * Says, while a trigger is edited, what it would do (TRIG-20). It reads no records, so as to
 * be quick: that a team's own column is there is checked at saving.
 */
export const describeTrigger = useCase({
  name: "describe-trigger",
  edits: "read only",
  inputs: {
    trigger: input("Trigger", keyField, { hint: "Blank for a new one." }),
    draft: input("Draft", longTextField, {
      longest: ANY_LENGTH,
      hint: "What save-trigger takes, as JSON. Blank means as saved.",
    }),
    on: input("On", dayField, { hint: "Blank means today." }),
    exampleAmount: input("Example sale", amountField, { hint: "In the program's currency." }),
  },
  reads: ["settings", "triggers"],
  decide: (work, given, env): DescribeTriggerOutput => {
    const { program } = work;
    const read = draftOf(program, given.draft, () =>
      given.trigger === null ? undefined : savedTrigger(work, given.trigger),
    );
    if ("problems" in read) return { kind: "unreadable", problems: read.problems };
    const { trigger } = read;
    const texts = work.all("triggers").map(({ rules }) => rules);
    const catalogue = lenientCatalogue(program, [trigger.rules, ...texts]);
    const checked = checkTrigger(trigger, catalogue);
    const described = {
      kind: "described",
      values: valuesOf(trigger, program.context),
      rules: { text: trigger.rules ?? "", form: toForm(trigger.rules) },
    } as const;
    if (!checked.ok) {
      const problems = checked.problems.map(({ column, message }) => ({ column, message }));
      return { ...described, problems, sentence: null, preview: null, overlaps: [] };
    }
    const currency = program.settings.programCurrency;
    const amount = given.exampleAmount ?? EXAMPLE * 10 ** exponentOf(currency);
    const preview = previewOf(program, trigger, { on: given.on ?? env.today, amount, currency });
    return {
      ...described,
      problems: [],
      sentence: sentenceOf(trigger, checked.conditions, preview),
      preview,
      overlaps: overlapLines(work, trigger, checked.conditions, catalogue, env),
    };
  },
});

type ReadTrigger = { readonly trigger: Trigger } | { readonly problems: readonly FieldProblem[] };

function draftOf(
  program: Program,
  draft: string | null,
  saved: () => Trigger | undefined,
): ReadTrigger {
  const base = saved();
  if (draft === null)
    return { trigger: base ?? refuseInput("draft", "Give a trigger or a draft.") };
  try {
    return { trigger: readDraft(program, draft, base) };
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    if (refusal?.code !== "INPUT_INVALID") throw thrown;
    return {
      problems: refusal.problems.map(({ at, message }) => ({ column: at.column ?? "", message })),
    };
  }
}
