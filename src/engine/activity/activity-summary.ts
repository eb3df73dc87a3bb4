import { clip } from "../kernel/cells";
import type { RecordOf } from "../tables";
import { countIn, noCounts, type RunCounts, sentence } from "./run-line";

type Line = RecordOf<"activity">;

/** What a month's folded lines come to. */
export interface Summary {
  readonly runs: number;
  readonly acts: number;
  readonly counts: RunCounts;
  /** How often each thing was done, and by whom. */
  readonly kinds: ReadonlyMap<string, number>;
  /** What no row tells, a line each. */
  readonly kept: readonly string[];
}

/** Characters of one cell that are used; it holds 50,000 (PLATFORM-40). */
const MOST_KEPT = 45_000;
const MOST_KINDS = 100;

/** The summary that a month's line tells; an empty one where there is none yet. */
export function readSummary(line: Line | undefined): Summary {
  const what = line?.what ?? "";
  const kinds = new Map<string, number>();
  for (const text of (line?.why ?? "").split("\n")) {
    const match = /^(\d+) × (.+)$/.exec(text);
    if (match) kinds.set(match[2] as string, Number(match[1]));
  }
  return {
    runs: numberBefore(what, "runs?"),
    acts: numberBefore(what, "other lines?"),
    counts: countsIn(what),
    kinds,
    kept: (line?.to ?? "").split("\n").filter(Boolean),
  };
}

const numberBefore = (text: string, word: string): number =>
  Number(new RegExp(`(\\d+) ${word}\\b`).exec(text)?.[1] ?? 0);

const countsIn = (what: string): RunCounts =>
  Object.fromEntries(
    (Object.keys(noCounts) as (keyof RunCounts)[]).map((id) => [id, countIn(what, id)]),
  ) as unknown as RunCounts;

/** The summary with one more line; `isToldByRows`: counting it is enough. */
export function addLine(summary: Summary, line: Line, isToldByRows: boolean): Summary {
  if (line.key.startsWith("run ")) {
    const more = countsIn(line.what);
    const counts = { ...summary.counts };
    for (const id of Object.keys(more) as (keyof RunCounts)[]) counts[id] += more[id];
    return { ...summary, runs: summary.runs + 1, counts };
  }
  const kind = `${line.what.replace(/\d+/g, "n").replace(/\s+/g, " ")} (${line.who ?? "nobody"})`;
  const kinds = new Map(summary.kinds).set(kind, (summary.kinds.get(kind) ?? 0) + 1);
  const kept = isToldByRows ? summary.kept : [...summary.kept, wordForWord(line)];
  return { ...summary, acts: summary.acts + 1, kinds, kept };
}

function wordForWord({ when, who, what, record, from, to, why }: Line): string {
  const said = [`${when.day} ${who ?? ""}: ${what}`, record, from, to && `→ ${to}`, why];
  const parts = said.filter(Boolean).map((part) => clip(String(part), 400));
  return parts.join(" · ").replace(/\n/g, ", ");
}

/** The cells of a month's line; what does not fit is counted. */
export function writeSummary(
  { runs, acts, counts, kinds, kept }: Summary,
  month: string,
): Pick<Line, "what" | "to" | "why"> {
  const many = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;
  const often = [...kinds].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const why = often.slice(0, MOST_KINDS).map(([kind, n]) => `${n} × ${clip(kind, 300)}`);
  const lines: string[] = [];
  let length = 0;
  for (const line of kept) {
    length += line.length + 1;
    if (length <= MOST_KEPT) lines.push(line);
  }
  return {
    what: `${month} in short: ${many(runs, "run")}, ${many(acts, "other line")}. ${sentence(counts)}`,
    to: lines.join("\n") || null,
    why: why.join("\n") || null,
  };
}
