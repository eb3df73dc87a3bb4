import type { Answers } from "../../engine/intake/import/answers";
import { formTable } from "../../engine/intake/import/form-table";
import { type FileColumn, guessColumns } from "../../engine/intake/import/guess-columns";
import {
  type AnswerTarget,
  answerTargets,
  plainHeader,
  type Target,
} from "../../engine/intake/import/header-names";
import type { FileRead } from "../../engine/intake/import/read-file";

/** What a question asks for that tells how somebody is paid. */
const payoutQuestions: readonly (readonly [AnswerTarget, RegExp])[] = [
  ["accountReference", /iban|accountnumber|accountreference|kontonummer/],
  ["paymentEmail", /paypal|payment.*mail|wise.*mail/],
  ["payeeName", /payeename|accountholder|kontoinhaber|nameontheaccount/],
  ["payeeType", /payeetype/],
  [
    "payoutMethod",
    /pa(yout|yment)method|(how|where).*(paid|pay|sendyour(money|earnings))|auszahlungsart|(wie|wohin).*(be|aus|über)?zahl|comment.*pa(y|ie)|como.*pag/,
  ],
];
const looksLikeMail = ({ samples }: FileColumn): boolean =>
  samples.some((sample) => sample.includes("@"));

/** A tab of a form's answers as the dialog shows it: each question, and what it becomes (PARTNER-7a). */
export function readForm(text: string, { targets }: Answers): FileRead {
  const { headers, body } = formTable(text);
  const guessed = guessColumns(
    headers,
    body.map(({ cells }) => cells),
  );
  const taken = new Set<Target>();
  const guess = (column: FileColumn): Target => {
    const { target, header } = column;
    const meant = target === "customer" ? (looksLikeMail(column) ? "email" : "name") : target;
    const asked = payoutQuestions.find(([, words]) => words.test(plainHeader(header)))?.[0];
    const found = asked ?? answerTargets.find((each) => each === meant);
    if (!found || taken.has(found)) return "answer";
    if (found !== "name") taken.add(found);
    return found;
  };
  const columns = guessed.map((column, at) => ({
    ...column,
    target: targets ? (targets[at] ?? null) : guess(column),
  }));
  const isMapped = columns.some(({ target }) => target === "email");
  return {
    columns,
    missing: isMapped ? [] : ["email"],
    questions: [],
    lines: body.map(({ line }) => ({ kind: "out", line, word: "" })),
    body,
    aside: [],
  };
}

/** Whether a tab looks as a form fills it: a time first, an e-mail, and no amounts. */
export function looksLikeForm(text: string): boolean {
  const { headers, body } = formTable(text);
  const columns = guessColumns(
    headers,
    body.map(({ cells }) => cells),
  );
  return (
    columns[0]?.target === "date" &&
    !columns.some(({ target }) => target === "amount") &&
    columns.some((each) => looksLikeMail(each) || each.target === "email")
  );
}
