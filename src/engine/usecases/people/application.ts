import { type AnswerState, decidedNow, statesOf } from "../../intake/applications/decisions";
import { answersOf, readForms } from "../../intake/applications/form-tabs";
import { type FormAnswer, printsOf } from "../../intake/applications/read-answers";
import { mailboxOf } from "../../judging/self-referral";
import type { Env } from "../../kernel/env";
import { keyField, textField } from "../../kernel/fields";
import { groupBy } from "../../kernel/group-by";
import { input } from "../../kernel/input";
import { fingerprint, type Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import type { Partner } from "../../tables";

/** Names an answer, and what it said when a person saw it. */
export const answerInputs = {
  answer: input("Answer", keyField, { required: true }),
  shown: input("As it was shown", textField, { required: true }),
};

/** What an answer says, in short: a decision counts only for what was shown. */
export const shownOf = (answer: FormAnswer): string =>
  fingerprint(`${answer.on} ${JSON.stringify(printsOf(answer))}`);

/** The answer that a person decides on, as it was shown. Throws APPLICATION_CHANGED where it is not so any more. */
export function chosenAnswer(
  work: Work<"settings" | "activity">,
  env: Pick<Env, "tab">,
  { answer, shown }: { readonly answer: Key; readonly shown: string },
): AnswerState {
  const found = statesOf(work, answersOf(readForms(work, env))).find(
    (each) => each.answer.id === answer,
  );
  if (!found || shownOf(found.answer) !== shown) throw new DomainError("APPLICATION_CHANGED");
  return found;
}

/** Finds the one partner who has an answer's mailbox; undefined where nobody has, or several might be meant. */
export function partnerFinder(
  work: Work<"partners">,
): (answer: Pick<FormAnswer, "email">) => Partner | undefined {
  const byMailbox = groupBy(work.all("partners"), ({ email }) => email && mailboxOf(email));
  return ({ email }) => {
    const [only, second] = (email === "" ? [] : byMailbox.get(mailboxOf(email))) ?? [];
    return second ? undefined : only;
  };
}

/** The most that one decision settles, so that they fit into its cell; more go with the next. */
const MOST_SETTLED = 150;

/** A decision that takes the earlier answers of the same mailbox along: a later one replaces them. */
export const decidedWithEarlier = (
  what: "accepted" | "changed",
  { answer, before }: AnswerState,
  { today }: Pick<Env, "today">,
) => [
  decidedNow(what, answer, today),
  ...before()
    .slice(0, MOST_SETTLED)
    .map((each) => ({
      ...decidedNow("replaced", each, today),
      prints: "",
    })),
];
