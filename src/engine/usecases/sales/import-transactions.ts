import { type Answers, fileContextOf } from "../../intake/import/answers";
import type { ImportRow } from "../../intake/import/import-row";
import { withOwnColumns } from "../../intake/import/own-columns";
import { type BadLine, type ImportPlan, planImport } from "../../intake/import/plan-import";
import { type FileRead, readFile, rowsOfFile } from "../../intake/import/read-file";
import { longTextField, yesNoField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import { refuseInput } from "../../kernel/refuse-input";
import { writeSetting } from "../../program/write-setting";
import { parseJson } from "../../tables/packed/packed";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { countHistory, insertPlan, tookIn } from "./insert-plan";

/** The most bad lines that are told one by one. */
const MOST_TOLD = 50;

/**
 * Takes a team's own CSV of transactions in, with the customers and partners that it names; first, without
 * `confirmed`, says what each column is read as and what each line becomes. Bad lines, and lines that are no sales by
 * their status, are told and left out; the same file may come again, corrected: what is there is not taken twice.
 * One line of Activity.
 */
export const importOwnTransactions = useCase({
  name: "import-transactions",
  edits: "leave",
  inputs: {
    text: input("File", longTextField, {
      longest: ANY_LENGTH,
      required: true,
      hint: "A CSV file of transactions.",
    }),
    answers: input("Answers", longTextField, {
      hint: "What the file leaves open, as JSON: dayOrder, mark, isMinor, zone, currency, outcomes, targets.",
    }),
    fromFirst: input("Begin the program with the first of them", yesNoField),
    confirmed: input("Confirmed", yesNoField),
  },
  reads: ["partners", "customers", "transactions", "activity"],
  decide: (work, { text, answers, fromFirst, confirmed }, env) => {
    const file = readFile(text, readAnswers(answers), fileContextOf(work, env));
    if (file.lines.length === 0) refuseInput("text", "This file has no lines below its headers.");
    const rows = rowsOfFile(file);
    const plan = planImport(work, rows);
    const start = fromFirst ? plan.since : work.settings.programStart;
    const output = tell(file, rows, plan, start ?? "");
    if (!confirmed || plan.sales.length + plan.refunds.length === 0) return output;
    if (fromFirst && plan.since) writeSetting(work, "programStart", plan.since);
    insertPlan(work, withOwnColumns(work, plan));
    logAct(work, env, { what: "Imported transactions", to: tookIn(plan) });
    return { ...output, kind: "imported" };
  },
});

function readAnswers(text: string | null): Answers {
  const answers = parseJson(text || "{}");
  return answers === undefined
    ? refuseInput("answers", "The answers are not JSON.")
    : (Object(answers) as Answers);
}

const tell = (file: FileRead, rows: readonly ImportRow[], plan: ImportPlan, start: string) => {
  const told = tellLines(file, [...plan.bad, ...plan.refundedBefore]);
  return {
    kind: "preview",
    /** Each header of the file, and what it is read as; null is left out. */
    columns: file.columns.map(({ header, target }) => ({ header, column: target })),
    /** What no header was found for: nothing can be taken without it. */
    missing: file.missing,
    questions: file.questions,
    lines: file.lines.length,
    rows: rows.length,
    sales: plan.sales.length,
    refunds: plan.refunds.length,
    customers: plan.customers.length,
    partners: plan.partners.length,
    /** Lines that are rows already, and of these what differs from the row. */
    known: plan.known,
    changed: plan.changed.slice(0, MOST_TOLD),
    doubles: told.doubles,
    /** Titles, totals and notes around the table. */
    aside: file.aside.length,
    leftOut: told.leftOut,
    refundedBefore: plan.refundedBefore.length,
    noPartner: plan.noPartner,
    unknownCodes: plan.unknownCodes.slice(0, MOST_TOLD),
    badLines: told.bad.length,
    bad: told.bad.slice(0, MOST_TOLD),
    history: countHistory(plan, start),
  };
};

/** The lines that become no row: bad ones, those that are no sales by their status, and doubles. */
function tellLines({ lines }: FileRead, planned: readonly BadLine[]) {
  const leftOut = lines.flatMap((each) => (each.kind === "out" ? [each] : []));
  const byStatus = leftOut.filter(({ word }) => word !== "");
  const bad = [
    ...lines.flatMap((each) =>
      each.kind === "bad" ? [{ line: each.line, reasons: each.reasons }] : [],
    ),
    ...byStatus.map(({ line, word }) => ({ line, reasons: [`“${word}” is no sale: left out`] })),
    ...planned,
  ].sort((a, b) => a.line - b.line);
  return {
    bad,
    leftOut: byStatus.length,
    doubles: lines.filter(({ kind }) => kind === "double").length,
  };
}
