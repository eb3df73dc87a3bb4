import { mailboxOf } from "../../judging/self-referral";
import type { Day } from "../../kernel/day";
import { groupBy } from "../../kernel/group-by";
import { fingerprint, type Key } from "../../kernel/keys";
import { sortBy } from "../../kernel/order";
import type { Work } from "../../program/work";
import type { RecordOf } from "../../tables";
import type { DecidedAnswer } from "../../tables/packed/happened";
import { type FormAnswer, printsOf } from "./read-answers";

/** A decision with its line of Activity; null once that is folded. */
export type Decided = DecidedAnswer & { readonly line: RecordOf<"activity"> | null };

/** How an answer stands. */
export interface AnswerState {
  readonly answer: FormAnswer;
  /** The decision on it as it is now; null while it waits for one. */
  readonly decided: Decided | null;
  /** The decision from before it was changed, and the questions whose answers differ now. */
  readonly changed: { readonly since: Decided; readonly questions: readonly string[] } | null;
  /** The latest decision on another answer of the same mailbox. */
  readonly earlier: Decided | null;
  /** How many answers that the same mailbox sent before it wait, too. */
  readonly waitingBefore: number;
  /** Those answers, the oldest first. */
  readonly before: () => readonly FormAnswer[];
}

/** All decisions on answers, the oldest first (PARTNER-7d). */
function decisionsIn(work: Work<"activity">): readonly Decided[] {
  const all = work.all("activity").flatMap((line): readonly Decided[] => {
    const { data } = line;
    const answers = data?.kind === "act" || data?.kind === "summary" ? data.answers : null;
    return (answers ?? []).map((each) => ({ ...each, line: data?.kind === "act" ? line : null }));
  });
  const moment = ({ on, line }: Decided) => `${on} ${line?.when.time ?? ""}`;
  return sortBy(all, moment);
}

const mailboxPrint = ({ email }: FormAnswer): string =>
  email === "" ? "" : fingerprint(mailboxOf(email)).slice(-8);

/** What is kept of a decision on an answer. */
export const decidedNow = (
  what: DecidedAnswer["what"],
  answer: FormAnswer,
  on: Day,
): DecidedAnswer => ({
  what,
  on,
  answer: answer.id,
  mailbox: mailboxPrint(answer),
  prints: printsOf(answer)
    .map(([question, text]) => question + text.padEnd(5))
    .join(""),
});

/** The questions whose answers differ from those decided on; questions that were not asked then don't count. */
function changedSince({ prints }: DecidedAnswer, answer: FormAnswer): readonly string[] {
  const then = groupBy(prints.match(/.{8}/g) ?? [], (each) => each.slice(0, 3));
  const asked = new Map<string, number>();
  return printsOf(answer).flatMap(([question, text], at) => {
    // Two questions may have the same words: they are told apart by their order.
    const n = asked.get(question) ?? 0;
    asked.set(question, n + 1);
    const was = then.get(question)?.[n];
    return was === undefined || was.slice(3).trim() === text
      ? []
      : (answer.texts[at]?.header ?? []);
  });
}

/** How each answer stands, in the order in which they were sent. */
export function statesOf(
  work: Work<"activity">,
  answers: readonly FormAnswer[],
): readonly AnswerState[] {
  // Without answers there is no need to read Activity.
  if (answers.length === 0) return [];
  const decisions = decisionsIn(work);
  const own = new Map(decisions.map((each) => [each.answer, each]));
  const byMailbox = groupBy(decisions, ({ mailbox }) => mailbox);
  const present = new Set<Key>(answers.map(({ id }) => id));
  const waiting = new Map<string, FormAnswer[]>();
  return sortBy(answers, ({ on }) => on).map((answer) => {
    const known = own.get(answer.id);
    const questions = known ? changedSince(known, answer) : [];
    if (known && questions.length === 0) {
      const none = { changed: null, earlier: null, waitingBefore: 0, before: () => [] };
      return { answer, decided: known, ...none };
    }
    const mailbox = mailboxPrint(answer);
    const others = (mailbox === "" ? [] : (byMailbox.get(mailbox) ?? [])).filter(
      (each) => each.answer !== answer.id && each.what !== "replaced",
    );
    // Editing a form's answer changes its time, so the answer that was decided on is gone.
    const gone = others.filter((each) => !present.has(each.answer)).slice(-1)[0];
    const since = known ?? gone;
    const same = waiting.get(mailbox) ?? [];
    const waitingBefore = mailbox === "" ? 0 : same.length;
    // A form may be flooded with one address: all its answers share one list.
    if (waitingBefore === 0) waiting.set(mailbox, same);
    same.push(answer);
    return {
      answer,
      decided: null,
      changed: since ? { since, questions: known ? questions : changedSince(since, answer) } : null,
      earlier: others.filter((each) => each !== gone).slice(-1)[0] ?? null,
      waitingBefore,
      before: () => same.slice(0, waitingBefore),
    };
  });
}
