import { amountField, dayField, keyField, longTextField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import type { Sentence } from "../../kernel/message";
import { exponentOf, type Money } from "../../kernel/money";
import { asRefusal } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import { say } from "../../kernel/say";
import type { Program } from "../../program/program";
import { lenientCatalogue } from "../../rules/lenient-catalogue";
import { exampleFor } from "../../simulate/example-sale";
import { previewOf } from "../../simulate/preview-dates";
import type { Trigger } from "../../tables";
import { checkTrigger } from "../../triggers/check-trigger";
import { toForm } from "../../triggers/form";
import { offerOf } from "../../triggers/offer";
import { sentenceOf } from "../../triggers/sentence";
import { showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { overlapLines, savedTrigger } from "./saved-trigger";
import { readDraft, valuesOf } from "./trigger-draft";

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
  reads: ["triggers"],
  decide: (work, given, env) => {
    const { program } = work;
    const read = draftOf(program, given.draft, () =>
      given.trigger === null ? undefined : savedTrigger(work, given.trigger),
    );
    if ("problems" in read) return { kind: "unreadable", problems: read.problems } as const;
    const { trigger } = read;
    const texts = work.all("triggers").map(({ rules }) => rules);
    const catalogue = lenientCatalogue(program, [trigger.rules, ...texts]);
    const checked = checkTrigger(trigger, catalogue);
    const currency = program.settings.programCurrency;
    const amount = given.exampleAmount ?? EXAMPLE * 10 ** exponentOf(currency);
    const asked = { on: given.on ?? env.today, amount, currency };
    // Somebody who names a day wants to see that day, also one on which the trigger does not act.
    const fitting = checked.ok ? exampleFor([checked], asked, program.context) : undefined;
    const at = { ...asked, ...fitting, ...(given.on !== null && { on: given.on }) };
    const preview = checked.ok ? previewOf(program, checked, at) : null;
    const isOther = given.exampleAmount !== null && at.amount !== amount;
    return {
      kind: "described",
      /** What *save-trigger* takes, blank fields left out. */
      values: valuesOf(trigger, program.context),
      rules: { text: trigger.rules ?? "", form: toForm(trigger.rules) },
      problems: checked.ok
        ? []
        : checked.problems.map(({ column, message, rule }) => ({
            column: String(column),
            message,
            /** Of a problem of the rules: where in them. */
            rule: rule ?? null,
          })),
      /** What would happen if the event occurred on the day; null while there are problems. */
      sentence: checked.ok && preview ? sentenceOf(checked, preview, currency) : null,
      /** What partners may read of its terms; null while there are problems (TRIG-32). */
      offer: checked.ok ? offerOf(checked, currency) : null,
      preview: preview && {
        ...preview,
        warnings: [...(isOther ? [otherExample(asked, at)] : []), ...preview.warnings],
      },
      /** The example sale; its amount is one that the rules take. */
      example: showMoney(at),
      overlaps: checked.ok ? overlapLines(work, checked, catalogue, env) : [],
    } as const;
  },
});

const otherExample = (asked: Money, shown: Money): Sentence =>
  say`A sale of ${asked} does not meet the rules, so the example is ${shown}.`;

/** The draft, over the saved trigger if it is one's edit; or the fields that must be fixed before it can be read. */
function draftOf(program: Program, draft: string | null, saved: () => Trigger | undefined) {
  const base = saved();
  if (draft === null)
    return { trigger: base ?? refuseInput("draft", "Give a trigger or a draft.") };
  try {
    return { trigger: readDraft(program, draft, base) };
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    if (refusal?.code !== "INPUT_INVALID") throw thrown;
    const problems = refusal.problems.map(({ at, message }) => ({
      column: at.column ?? "",
      message,
      rule: null,
    }));
    return { problems };
  }
}
