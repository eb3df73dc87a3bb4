import { clip } from "../cells";
import type { Problem } from "../problem";
import type { Env } from "../usecases/use-case";
import type { Work } from "../work";

/** What a run did, counted from the rows that carry its id. */
export interface RunCounts {
  readonly judged: number;
  readonly rewards: number;
  readonly drips: number;
  readonly ended: number;
  readonly finalized: number;
  readonly opened: number;
  readonly payouts: number;
  readonly problems: number;
}

const MOST_PROBLEMS = 25;
const words: readonly (readonly [keyof RunCounts, string, string])[] = [
  ["judged", "event judged", "events judged"],
  ["rewards", "reward made", "rewards made"],
  ["drips", "drip started", "drips started"],
  ["ended", "drip ended", "drips ended"],
  ["finalized", "invoice finalized", "invoices finalized"],
  ["opened", "invoice opened", "invoices opened"],
  ["payouts", "payout made", "payouts made"],
  ["problems", "problem found", "problems found"],
];

/** One sentence: "12 events judged, 5 rewards made." */
export function sentence(counts: RunCounts): string {
  const parts = words.flatMap(([id, one, many]) =>
    counts[id] === 0 ? [] : [`${counts[id]} ${counts[id] === 1 ? one : many}`],
  );
  return parts.length === 0 ? "Nothing was due." : `${parts.join(", ")}.`;
}

/** How many of something a sentence of this run, written by an earlier part of it, tells of. */
export function countIn(what: string | undefined, id: keyof RunCounts): number {
  const [, one, many] = words.find(([name]) => name === id) as (typeof words)[number];
  const match = new RegExp(`(\\d+) (?:${many}|${one})\\b`).exec(what ?? "");
  return match ? Number(match[1]) : 0;
}

/** A problem as one line of the run's record; `readProblemLine` takes it apart again. */
export const problemLine = ({ at, message }: Problem): string =>
  [at.table, clip(at.row ?? "", 300), `${at.column ?? ""}: ${clip(message, 1_000)}`].join(" · ");

export interface ProblemLine {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly message: string;
}
export function readProblemLine(line: string): ProblemLine | undefined {
  const match = /^(.*?) · (.*) · ([^:]*): (.*)$/.exec(line);
  if (!match) return undefined;
  const [, table = "", row = "", column = "", message = ""] = match;
  return { table, row, column, message };
}

/** The run's one line of Activity, written anew by each part of the run (product.md §8). */
export function logRun(
  work: Work<"activity">,
  env: Env,
  run: string,
  what: string,
  problems: readonly Problem[],
): void {
  const lines = problems.slice(0, MOST_PROBLEMS).map(problemLine);
  if (problems.length > MOST_PROBLEMS) lines.push(`and ${problems.length - MOST_PROBLEMS} more`);
  const line = {
    when: env.now,
    who: env.user,
    what,
    why: lines.length > 0 ? lines.join("\n") : null,
    seconds: env.seconds,
    run,
  };
  if (work.get("activity", run)) work.update("activity", run, line);
  else if (!work.has("activity", run)) work.insert("activity", { key: run, ...line });
}
