import { type AnswerState, type Decided, statesOf } from "../../intake/applications/decisions";
import { payoutDetailsIn } from "../../intake/applications/details";
import { answersOf, readForms } from "../../intake/applications/form-tabs";
import { textOf } from "../../intake/applications/read-answers";
import { createWarnings } from "../../intake/applications/warnings";
import { clip } from "../../kernel/cells";
import { parseDay } from "../../kernel/day";
import { yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Work } from "../../program/work";
import { hasUndo } from "../../undo/record-undo";
import { pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";
import { partnerFinder, shownOf } from "./application";

/** Of a long answer so much is shown, and of so many questions: the tab has the rest. */
const LONGEST_ANSWER = 600;
const MOST_QUESTIONS = 40;

/**
 * The answers of application forms: those that wait for a decision, the oldest first, or those that were decided, the latest
 * first, each with what a person should know of it (PARTNER-7).
 */
export const listApplications = useCase({
  name: "list-applications",
  edits: "read only",
  inputs: { decided: input("Decided ones", yesNoField), ...pageInputs },
  reads: ["partners", "customers", "activity"],
  decide: (work, { decided, ...page }, env) => {
    const forms = readForms(work, env);
    const all = statesOf(work, answersOf(forms));
    const rows = all.filter((each) => (each.decided !== null) === (decided === true));
    return {
      ...pageOf(decided ? [...rows].reverse() : rows, page, answerViews(work)),
      /** The tabs that answers come from; none where no form is known yet. */
      tabs: forms.map(({ tab }) => tab),
      troubles: forms.flatMap((form) => ("trouble" in form ? form.trouble : [])),
    };
  },
});

function answerViews(work: Work<"partners" | "customers">) {
  const warn = createWarnings(work);
  const partnerOf = partnerFinder(work);
  return ({ answer, decided, changed, earlier, waitingBefore }: AnswerState) => {
    const { id, tab, on, email, name, texts } = answer;
    const partner = partnerOf(answer);
    const questions = texts.filter(
      ({ target, text }) => target !== "name" && target !== "email" && text !== "",
    );
    const details = payoutDetailsIn(work.program, answer, partner);
    return {
      id,
      shown: shownOf(answer),
      tab: clip(tab),
      on: clip(on, 40),
      /** The day of it; null where the tab has no date there. */
      day: parseDay(on.split(" ")[0] ?? "") ?? null,
      email: clip(email, 254),
      name: clip(name, 200),
      code: clip(textOf(answer, "code"), 200),
      said: questions.slice(0, MOST_QUESTIONS).map(({ header, text }) => ({
        question: clip(header, 200),
        text: clip(text, LONGEST_ANSWER),
      })),
      moreSaid: Math.max(0, questions.length - MOST_QUESTIONS),
      warnings: decided ? [] : warn(answer, partner?.key),
      /** The partner whose answer it is, who may have sent it to change how they are paid. */
      partner: partner ? { key: partner.key, name: clip(partner.name) } : null,
      details: details.map(({ value: _, to, from, ...rest }) => ({
        ...rest,
        from: clip(from, 300),
        to: clip(to, 300),
      })),
      decided: decided && decisionView(decided),
      changed: changed && {
        since: decisionView(changed.since),
        questions: changed.questions.map((each) => clip(each, 200)),
      },
      earlier: earlier && decisionView(earlier),
      /** How many answers of the same mailbox wait that were sent before. */
      waitingBefore,
    };
  };
}

const decisionView = ({ what, on, line }: Decided) => ({
  what,
  on,
  who: clip(line?.who ?? "", 254),
  why: clip(line?.why ?? "", 500),
  /** The line of Activity by which it can be taken back; null where it can't. */
  line: line && hasUndo(line) ? line.key : null,
});
