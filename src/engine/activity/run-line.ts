import { cellWords } from "../kernel/cell-words";
import { clip } from "../kernel/cells";
import type { Env } from "../kernel/env";
import { brief, type Sentence } from "../kernel/message";
import { type FoundProblem, problemLine } from "../kernel/problem-line";
import { listed, plural, say } from "../kernel/say";
import type { Work } from "../program/work";
import type { RecordOf } from "../tables";
import type { NothingEarned, RunCounts, ToldProblem } from "../tables/packed/happened";
import { PACKED_LENGTH } from "../tables/packed/pieces";

/** What a run that did nothing comes to. */
export const noCounts: RunCounts = {
  judged: 0,
  rewards: 0,
  drips: 0,
  ended: 0,
  finalized: 0,
  opened: 0,
  payouts: 0,
  problems: 0,
  health: 0,
};

const MOST_PROBLEMS = 25;
/** Characters of the problems that one line holds; its counts need a few more. */
const MOST_TEXT = PACKED_LENGTH - 1_000;
const words: readonly (readonly [keyof RunCounts, string, string])[] = [
  ["judged", "row processed", "rows processed"],
  ["rewards", "reward made", "rewards made"],
  ["drips", "drip started", "drips started"],
  ["ended", "drip ended", "drips ended"],
  ["finalized", "invoice finalized", "invoices finalized"],
  ["opened", "invoice opened", "invoices opened"],
  ["payouts", "payout made", "payouts made"],
  ["problems", "problem found", "problems found"],
  ["health", "finding of the health check", "findings of the health check"],
];

/** "12 rows processed, 5 rewards made. 3 sales earned nothing: 2 have no partner, 1 is dated before the program's start." */
export function sentenceOf(counts: RunCounts, nothing: NothingEarned | null = null): Sentence {
  const done = doneOf(counts);
  if (!nothing) return done;
  const { noPartner, beforeStart, noTrigger } = nothing;
  const causes = [
    ...(noPartner > 0 ? [say`${plural(noPartner, "has", "have")} no partner`] : []),
    ...(beforeStart > 0
      ? [say`${plural(beforeStart, "is", "are")} dated before the program's start`]
      : []),
    ...(noTrigger > 0
      ? [say`${plural(noTrigger, "was", "were")} processed while no trigger for sales was active`]
      : []),
  ];
  const all = plural(noPartner + beforeStart + noTrigger, "sale");
  return say`${done} ${all} earned nothing: ${listed(causes, ", ")}.`;
}

function doneOf(counts: RunCounts): Sentence {
  const parts = words.flatMap(([id, one, several]) =>
    counts[id] === 0 ? [] : [say`${plural(counts[id], one, several)}`],
  );
  return parts.length === 0 ? "Nothing was due." : say`${listed(parts, ", ")}.`;
}

interface RunPart {
  readonly counts: RunCounts;
  readonly nothing: NothingEarned | null;
  readonly problems: readonly FoundProblem[];
  readonly goesOn: boolean;
}

export type EarlierParts = Pick<RunPart, "counts" | "nothing" | "problems">;

/** What a run's earlier parts, whose line of Activity this is, counted and reported; undefined where it does not go on. */
export function earlierParts(line: RecordOf<"activity"> | undefined): EarlierParts | undefined {
  if (line?.data?.kind !== "run" || !line.data.goesOn) return undefined;
  const problems = line.data.problems.map(({ table, row, column, message }) => ({
    at: { table, ...(row === null ? {} : { row }), ...(column === null ? {} : { column }) },
    message,
  }));
  return { counts: line.data.counts, nothing: line.data.nothing, problems };
}

/**
 * The run's one line of Activity, written again by each part of the run (ACT-1). One that goes on
 * tells all problems, for the last part to tell again.
 */
export function logRun(
  work: Work<"activity">,
  env: Env,
  run: string,
  { counts, nothing, problems, goesOn }: RunPart,
): void {
  const told = problemsToTell(goesOn ? problems : problems.slice(0, MOST_PROBLEMS));
  const more = problems.length - told.length;
  const lines = problems.slice(0, told.length).map(problemLine);
  if (more > 0) lines.push(`and ${more} more`);
  const sentence = sentenceOf(counts, nothing);
  const line = {
    when: env.now,
    who: env.user,
    what: cellWords(goesOn ? say`${sentence} Goes on.` : sentence),
    why: lines.length > 0 ? lines.join("\n") : null,
    seconds: env.seconds,
    run,
    data: { kind: "run", counts, problems: told, more, nothing, goesOn } as const,
  };
  if (work.get("activity", run)) work.update("activity", run, line);
  else if (!work.has("activity", run)) work.insert("activity", { key: run, ...line });
}

/** The line of a run that finds what an earlier one found, whose line this is (RUN-22). */
export function logAgain(
  work: Work<"activity">,
  env: Env,
  run: string,
  { what, why, data }: RecordOf<"activity">,
): void {
  if (work.has("activity", run)) return;
  const { now: when, user: who, seconds } = env;
  work.insert("activity", { key: run, when, who, what, why, seconds, run, data });
}

/** The first problems, as many as fit a cell. */
function problemsToTell(problems: readonly FoundProblem[]): readonly ToldProblem[] {
  const told: ToldProblem[] = [];
  let length = 0;
  for (const { at, message } of problems) {
    const { table, row = null, column = null } = at;
    const problem = {
      table,
      row: row === null ? null : clip(row, 300),
      column,
      message: brief(message, 1_000),
    };
    length += JSON.stringify(problem).length + 1;
    if (length > MOST_TEXT) break;
    told.push(problem);
  }
  return told;
}
