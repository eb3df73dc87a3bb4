import { exponentOf } from "../../kernel/money";
import type { Answers, FileContext, Question } from "./answers";
import { findTable } from "./find-table";
import { type FileColumn, guessColumns } from "./guess-columns";
import type { NamedTarget, Target } from "./header-names";
import type { ImportRow, LineRead } from "./import-row";
import type { LineKind } from "./move-row";
import { amountText } from "./read-amount";
import type { FileLine } from "./read-csv";
import { createReader, type LineReaders, type Reader } from "./read-rows";
import { isPartlyRefunded, type Outcome, outcomeOf, plainWord } from "./status-words";
import { tornAmounts } from "./torn-amount";

/** A file as it is read: its columns, what only a person can say of it, and what each line becomes. */
export interface FileRead {
  readonly columns: readonly FileColumn[];
  /** What no column was found for, and without which no line can be taken. */
  readonly missing: readonly NamedTarget[];
  readonly questions: readonly Question[];
  readonly lines: readonly LineRead[];
  /** The cells of each line. */
  readonly body: readonly FileLine[];
  /** The lines that are no rows: titles, totals, notes. */
  readonly aside: readonly FileLine[];
}
/** The sales and refunds that a file's lines are, those that can be taken. */
export const rowsOfFile = ({ lines }: FileRead): readonly ImportRow[] =>
  lines.flatMap((each) => (each.kind === "row" ? [each.row] : []));

const needed: Readonly<Record<LineKind, readonly NamedTarget[]>> = {
  sales: ["customer", "date", "amount"],
  partners: ["name"],
  customers: ["customer"],
  "open rewards": ["partner", "date", "amount"],
  applications: ["email"],
};
/** What stands for a column that is not there. */
const insteadOf: { readonly [T in NamedTarget]?: readonly NamedTarget[] } = {
  customer: ["email", "name"],
  name: ["email", "key", "customer"],
};

/**
 * Reads a team's own file of transactions. No line is lost: one that can't be read comes out with its number and its
 * reasons. What is ambiguous is a question with an example, and never guessed (IMPORT-2, IMPORT-3).
 */
export function readFile(
  text: string,
  answers: Answers,
  context: FileContext,
  others?: LineReaders,
): FileRead {
  const { headers, body, aside } = findTable(text);
  const within = body.filter((line) => !isTooWide(headers, line));
  const guessed = guessColumns(
    headers,
    within.map(({ cells }) => cells),
  );
  const columns = guessed.map((column, at): FileColumn => {
    const target = answers.targets ? (answers.targets[at] ?? null) : column.target;
    // What a person, or the tool's known headers, say is no guess.
    return target === column.target ? column : { ...column, target, sure: "sure" };
  });
  const targets = columns.map(({ target }) => target);
  const kind = answers.lines ?? "sales";
  const missing = needed[kind].filter(
    (target) => ![target, ...(insteadOf[target] ?? [])].some((each) => targets.includes(each)),
  );
  if (missing.length > 0) {
    const lines = body.map((line) => left(line, `no column is the ${missing.join(" or the ")}`));
    return { columns, missing, questions: [], lines, body, aside };
  }
  const torn = tornAmounts(headers, targets, within);
  const whole = within.filter((line) => !torn.has(line));
  const reader = createReader(headers, targets, whole, answers, context, others);
  const read = new Map(whole.map((line) => [line, reader.read(line)]));
  const questions = questionsOf(reader, whole, [...read.values()], answers, context, others);
  const lines = body.map(
    (line) => read.get(line) ?? left(line, torn.get(line) ?? tooWide(headers, line)),
  );
  return { columns, missing, questions, lines, body, aside };
}

/** A line with cells beside the table: a mark in an unquoted amount has moved them, so none of them can be trusted. */
const isTooWide = ({ length }: readonly string[], { cells }: FileLine): boolean =>
  cells.slice(length).some((cell) => cell.trim() !== "");
const tooWide = ({ length }: readonly string[], { cells }: FileLine): string =>
  `it has ${cells.length} cells, and there are ${length} headers`;

/** A line that nothing can be read of. */
const left = ({ line }: FileLine, reason: string): LineRead => ({
  kind: "bad",
  line,
  reasons: [reason],
  about: [],
});

function questionsOf(
  reader: Reader,
  body: readonly FileLine[],
  lines: readonly LineRead[],
  answers: Answers,
  { programCurrency }: FileContext,
  others: LineReaders | undefined,
): readonly Question[] {
  const byLine = new Map(body.map((each) => [each.line, each]));
  const open = (about: Question["about"], target: Target): readonly Question[] => {
    const first = lines.find((each) => each.kind === "bad" && each.about.includes(about));
    const line = first && "line" in first ? byLine.get(first.line) : undefined;
    if (!line) return [];
    const example = about === "decimals" ? reader.unclear(line) : reader.text(line, target);
    return [{ about, isOpen: true, example }];
  };
  const soft = (about: Question["about"], target: Target, is: (text: string) => boolean) => {
    const line = body.find((each) => is(reader.text(each, target)));
    return line ? [{ about, isOpen: false, example: reader.text(line, target) }] : [];
  };
  const answered = (about: Question["about"], target: Target, isAnswered: boolean) =>
    isAnswered ? soft(about, target, (text) => text !== "") : open(about, target);
  const isWhole = (text: string) => /^\d+$/.test(text);
  const wholes = body.map((line) => reader.text(line, "amount")).filter((text) => text !== "");
  const mayBeMinor =
    exponentOf(programCurrency) > 0 &&
    wholes.every(isWhole) &&
    wholes.some((text) => text.length > 3);
  const hasCode =
    reader.has("currency") ||
    reader.headCurrency !== "" ||
    wholes.some((text) => amountText(text)?.money.length);
  const hasClock = (text: string) => /\d:\d\d/.test(text) && !/(Z|UTC|[+-]\d\d:?\d\d)$/.test(text);
  const clock: Target = reader.has("time") ? "time" : "date";
  return [
    ...statusesOf(reader, body, lines, answers, others),
    ...answered("dates", "date", answers.dayOrder !== undefined),
    ...answered("decimals", "amount", answers.mark !== undefined),
    ...(mayBeMinor || reader.style.isMinor ? soft("unit", "amount", isWhole) : []),
    ...(reader.has("zone") ? [] : soft("zone", clock, hasClock)),
    ...(hasCode
      ? answered("currency", "amount", Boolean(answers.currency))
      : soft("currency", "amount", (text) => text !== "")),
  ];
}

/** The words of statuses and kinds, the most frequent first; open where a line has one that may be a sale or not. */
function statusesOf(
  reader: Reader,
  body: readonly FileLine[],
  lines: readonly LineRead[],
  { outcomes = {}, lines: kind = "sales" }: Answers,
  others: LineReaders | undefined,
): readonly Question[] {
  const usual =
    kind === "sales" || kind === "applications" || !others ? outcomeOf : others.outcomeOf(kind);
  const words = new Map<string, { word: string; lines: number; outcome: Outcome | null }>();
  const open = new Set<string>();
  body.forEach((line, at) => {
    const read = lines[at];
    const isOpen = read?.kind === "bad" && read.about.includes("statuses");
    for (const word of reader.states(line)) {
      const id = plainWord(word);
      if (id === "") continue;
      const outcome = outcomes[id] ?? usual(word) ?? null;
      if (isOpen && (outcome === null || isPartlyRefunded(word)) && !outcomes[id]) open.add(id);
      const before = words.get(id) ?? { word, lines: 0, outcome: outcome ?? "sale" };
      words.set(id, { ...before, lines: before.lines + 1 });
    }
  });
  const list = [...words].sort(([, a], [, b]) => b.lines - a.lines);
  if (list.length === 0) return [];
  const shown = list.map(([id, each]) => (open.has(id) ? { ...each, outcome: null } : each));
  const example = (shown.find(({ outcome }) => outcome === null) ?? shown[0])?.word ?? "";
  return [{ about: "statuses", isOpen: open.size > 0, example, words: shown }];
}
