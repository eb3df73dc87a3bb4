import { cellWords } from "../kernel/cell-words";
import { clip } from "../kernel/cells";
import { kindOf } from "../kernel/message";
import { down, sortBy } from "../kernel/order";
import { plural, say } from "../kernel/say";
import type { RecordOf } from "../tables";
import type { Happened, RunCounts } from "../tables/packed/happened";
import { noCounts, sentenceOf } from "./run-line";

type Line = RecordOf<"activity">;
/** What a month's folded lines come to. */
export type Summary = Extract<Happened, { kind: "summary" }>;

export const emptySummary: Summary = {
  kind: "summary",
  runs: 0,
  acts: 0,
  counts: noCounts,
  kinds: {},
  answers: null,
};

/** Characters of one kind of act, and how many kinds are told apart: the rest are counted only. */
const LONGEST_KIND = 200;
const MOST_KINDS = 100;

/** The answers that a line decided on, as they are kept for good: by who sent them, and when. */
const answersOf = ({ data }: Line) =>
  data?.kind === "act" ? (data.answers ?? []).map((each) => ({ ...each, prints: "" })) : [];
/** Characters of decisions on answers in one month's line. */
const LONGEST_ANSWERS = 20_000;

/** Whether a month's line has room for what a further line decided on answers: that is never lost (PARTNER-7d). */
export function hasRoom({ answers }: Summary, line: Line): boolean {
  const more = answersOf(line);
  return (
    more.length === 0 || JSON.stringify([...(answers ?? []), ...more]).length < LONGEST_ANSWERS
  );
}

/** The summary with one more line. */
export function addLine(summary: Summary, line: Line): Summary {
  const { data, what, who } = line;
  if (data?.kind === "run") {
    return { ...summary, runs: summary.runs + 1, counts: addCounts(summary.counts, data.counts) };
  }
  const said = data && "what" in data ? kindOf(data.what) : what;
  const kind = `${clip(said.replace(/\s+/g, " "), LONGEST_KIND)} (${who ?? "nobody"})`;
  const known = summary.kinds[kind] ?? 0;
  const isTold = known > 0 || Object.keys(summary.kinds).length < MOST_KINDS;
  const answers = [...(summary.answers ?? []), ...answersOf(line)];
  return {
    ...summary,
    ...(answers.length > 0 && { answers }),
    acts: summary.acts + 1,
    kinds: isTold ? { ...summary.kinds, [kind]: known + 1 } : summary.kinds,
  };
}

const addCounts = (a: RunCounts, b: RunCounts): RunCounts =>
  Object.fromEntries(
    Object.entries(a).map(([id, n]) => [id, n + b[id as keyof RunCounts]]),
  ) as unknown as RunCounts;

/** A line as a summary keeps it where no row tells it. */
export function fullText({ when, who, what, record, from, to, why }: Line): string {
  const said = [`${when.day} ${who ?? ""}: ${what}`, record, from, to && `→ ${to}`, why];
  const parts = said.filter(Boolean).map((part) => clip(String(part), 400));
  return parts.join(" · ").replace(/\n/g, ", ");
}

/** What a month's line says to people. */
export function summaryWords(
  { runs, acts, counts, kinds }: Summary,
  month: string,
): Pick<Line, "what" | "why"> {
  const often = sortBy(
    Object.entries(kinds),
    down(([, n]) => n),
    ([kind]) => kind,
  );
  return {
    what: cellWords(
      say`${month} in short: ${plural(runs, "run")}, ${plural(acts, "other line")}. ${sentenceOf(counts)}`,
    ),
    why: often.map(([kind, n]) => `${n} × ${kind}`).join("\n") || null,
  };
}
