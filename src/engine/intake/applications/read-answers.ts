import { mailboxOf } from "../../judging/self-referral";
import { plainText } from "../../kernel/cells";
import { emailIn } from "../../kernel/email";
import { groupBy } from "../../kernel/group-by";
import { applicantKey, fingerprint, type Key } from "../../kernel/keys";
import type { formTable } from "../import/form-table";
import type { AnswerTarget, Target } from "../import/header-names";

/** One text of an answer, under the question that it answers. */
export interface AnswerText {
  readonly header: string;
  readonly target: AnswerTarget;
  readonly text: string;
}
/** What one person sent by the form: a line of its tab, as text that is safe to show. */
export interface FormAnswer {
  /** Names it by mailbox and time, and becomes the key of the partner who comes of it. */
  readonly id: Key<"partners">;
  readonly tab: string;
  /** When it was sent, as the tab has it; "" where no column says so. */
  readonly on: string;
  /** "" where none can be read. */
  readonly email: string;
  readonly name: string;
  /** Every column that is not left out, in the tab's order. */
  readonly texts: readonly AnswerText[];
}

/** The most columns of a form that are read. */
const MOST_COLUMNS = 60;

/** One line, without signs that turn the direction of other text. */
const shown = (text: string): string => plainText(text.replace(/\p{Cc}/gu, " "));

/** The texts of an answer that its columns of this kind hold, together. */
export const textOf = ({ texts }: Pick<FormAnswer, "texts">, target: AnswerTarget): string =>
  texts
    .filter((each) => each.target === target && each.text !== "")
    .map(({ text }) => text)
    .join(" ");

/** The answers in a form's tab. A line without time, e-mail and name is no answer. */
export function readAnswers(
  tab: string,
  { headers, body }: ReturnType<typeof formTable>,
  targets: readonly (Target | null)[],
): readonly FormAnswer[] {
  const columns = targets
    .flatMap((target, at) => (target && target !== "date" ? [{ target, at }] : []))
    .slice(0, MOST_COLUMNS);
  const date = targets.indexOf("date");
  const read = body.flatMap(({ cells }) => {
    const texts = columns.map(({ target, at }) => ({
      header: headers[at] ?? "",
      target: target as AnswerTarget,
      text: shown(cells[at] ?? ""),
    }));
    const on = shown(cells[date] ?? "");
    const email = textOf({ texts }, "email");
    const name = textOf({ texts }, "name");
    const sent = `${mailboxOf(email)}\n${on}`;
    return `${on}${email}${name}` === ""
      ? []
      : [{ on, email: emailIn(email) ?? "", name, texts, sent }];
  });
  const sameMoment = groupBy(read, ({ sent }) => sent);
  const taken = new Set<Key>();
  return read.map(({ sent, ...answer }) => {
    // Two of one moment are told apart by what they say, so that the order of lines doesn't matter.
    const isClear = answer.on !== "" && sameMoment.get(sent)?.length === 1;
    const said = isClear ? [] : answer.texts.map(({ text }) => text);
    const id = applicantKey([sent, ...said].join("\n"), (key) => taken.has(key));
    taken.add(id);
    return { id, tab, ...answer };
  });
}

/** Short hashes of each question and its answer, "" where that is blank: by them a changed answer is recognized. */
export const printsOf = ({ texts }: FormAnswer): readonly (readonly [string, string])[] =>
  texts.map(({ header, text }) => [
    fingerprint(header.toLowerCase()).slice(-3),
    text === "" ? "" : fingerprint(text).slice(-5),
  ]);
