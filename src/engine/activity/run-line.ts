import type { Env } from "../kernel/env";
import { problemLine, readProblemLine, type Said } from "../kernel/problem-line";
import type { Work } from "../program/work";

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
  /** What the health check found. */
  readonly health: number;
}

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
/** Characters of problems that an early part hands on to the last; a cell holds 50,000 (PLATFORM-40). */
const MOST_HANDED_ON = 40_000;
const words: readonly (readonly [keyof RunCounts, string, string])[] = [
  ["judged", "event judged", "events judged"],
  ["rewards", "reward made", "rewards made"],
  ["drips", "drip started", "drips started"],
  ["ended", "drip ended", "drips ended"],
  ["finalized", "invoice finalized", "invoices finalized"],
  ["opened", "invoice opened", "invoices opened"],
  ["payouts", "payout made", "payouts made"],
  ["problems", "problem found", "problems found"],
  ["health", "finding of the health check", "findings of the health check"],
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

interface Told {
  readonly what: string;
  readonly problems: readonly Said[];
  readonly goesOn: boolean;
}

/** The problems that the earlier parts of a run have reported, as its line of Activity hands them on. */
export const handedOn = (why: string | null | undefined): readonly Said[] =>
  (why ?? "").split("\n").flatMap((text) => {
    const line = readProblemLine(text);
    if (!line) return [];
    const { table, row, column, message } = line;
    return [{ at: { table, row, column }, message }];
  });

/**
 * The run's one line of Activity, written anew by each part of the run (ACT-1). One that goes on
 * tells all problems, for the last part to tell again.
 */
export function logRun(
  work: Work<"activity">,
  env: Env,
  run: string,
  { what, problems, goesOn }: Told,
): void {
  const most = goesOn ? problems.length : MOST_PROBLEMS;
  const lines = problems.slice(0, most).map(problemLine);
  while (lines.join("\n").length > MOST_HANDED_ON) lines.pop();
  if (problems.length > lines.length) lines.push(`and ${problems.length - lines.length} more`);
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
