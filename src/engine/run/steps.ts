import { foldActivity } from "../activity/fold-activity";
import { type EarlierParts, earlierParts, logRun, noCounts } from "../activity/run-line";
import { dropComingEndings, noteComingEndings } from "../drips/end-drips";
import { takeOverInRun } from "../edits/take-over";
import { examineInRun } from "../health/examine";
import { deriveAll } from "../invoices/derive";
import { finalizeInvoices } from "../invoices/finalize";
import { openInvoices } from "../invoices/open";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import type { FoundProblem } from "../kernel/problem-line";
import type { Work } from "../program/work";
import { noteProblems, writeProblems } from "../program/write-problems";
import { countNothing } from "../sales/nothing-earned";
import { createFinder } from "../sales/who";
import type { NothingEarned, RunCounts } from "../tables/packed/happened";
import { type Advanced, advance, noDayEvents } from "../timeline/advance";
import { keepLivedUntil, keepStoppedAt } from "../timeline/lived-until";
import { redoLostMoves } from "../timeline/lost-moves";
import { adoptRefunds, settleAll } from "../timeline/refunds";
import { recordUndo, runsToUndo } from "../undo/record-undo";
import { keepNames } from "./keep-names";
import { keepPartners } from "./keep-partners";
import { keepToldSince } from "./told-since";

/** The most rows and occurrences in one part, so that it is decided and written within seconds. */
const ROWS_A_PART = 2_500;

/** A part of a run while it is decided. */
export interface RunPart {
  readonly work: Work;
  readonly env: Env;
  /** The run's id, the same for all its parts. */
  readonly id: string;
  /** The most rows and occurrences that it lives. */
  readonly atMost: number;
  /** The row whose cells with an error value count as blank ones in this run, as a person said (CELL-2a). */
  readonly asBlank: Key | null;
  /** What earlier parts counted and reported; undefined for the first. */
  readonly before: EarlierParts | undefined;
  lived: Advanced;
  finalized: number;
  /** What the health check found. */
  health: number;
  problems: readonly FoundProblem[];
  counts: RunCounts;
  /** Sales that this run processed, and that earned nothing. */
  nothing: NothingEarned | null;
}
/** One of the things that a run does, in their order. */
export interface RunStep {
  readonly name: string;
  readonly rule: string;
  /** Once, by the last part, after all days are lived; else by each part. */
  readonly isLast?: true;
  readonly do: (part: RunPart) => void;
}

/** What each run does, and in which order: written here and nowhere else (TIME-1f). */
export const stepsOfRun: readonly RunStep[] = [
  { name: "take over what was typed", rule: "EDIT-12", do: takeTyped },
  { name: "count refunds of earlier releases", rule: "TIME-3", do: adopt },
  { name: "bring rewards to their targets", rule: "TARGET-1c", do: settleRewards },
  { name: "make up for lost moves", rule: "TRIG-8a", do: ({ work }) => redoLostMoves(work) },
  { name: "live each day", rule: "TIME-1", do: liveDays },
  { name: "keep the last day lived", rule: "TIME-1g", do: keepDay },
  { name: "bring rewards to their targets", rule: "TARGET-2", isLast: true, do: settleRewards },
  { name: "finalize", rule: "TIME-1f", isLast: true, do: finalize },
  { name: "open", rule: "TIME-1f", isLast: true, do: open },
  { name: "derive", rule: "TIME-1f", isLast: true, do: derive },
  {
    name: "keep each customer's partner",
    rule: "CELL-2b",
    isLast: true,
    do: ({ work }) => keepPartners(work),
  },
  { name: "health check", rule: "TIME-1f", isLast: true, do: examine },
  { name: "write problems", rule: "TIME-1f", do: tellProblems },
  { name: "log", rule: "TIME-1f", do: log },
  { name: "keep the undo record", rule: "UNDO-1", do: ({ work, id }) => recordUndo(work, id) },
  { name: "fold old lines", rule: "ACT-5", isLast: true, do: fold },
  // After the undo record: undoing a run changes nothing of what partners were told.
  { name: "keep since when partners are told", rule: "PARTNER-6d", isLast: true, do: tell },
  { name: "keep names current", rule: "SHEET-40", isLast: true, do: ({ work }) => keepNames(work) },
];

/**
 * Does one part of a run: its steps, in their order. `id` is the run's, whichever part it is; of rows and occurrences it
 * lives `atMost` so many.
 */
export function doRunPart(
  work: Work,
  env: Env,
  id: string,
  { atMost = ROWS_A_PART, asBlank = null }: Partial<Pick<RunPart, "atMost" | "asBlank">> = {},
): RunPart {
  const part: RunPart = {
    work,
    env,
    id,
    atMost,
    asBlank,
    before: earlierParts(work.get("activity", id)),
    lived: { counts: noDayEvents, more: false, stoppedAt: null, waiting: [] },
    finalized: 0,
    health: 0,
    problems: [],
    counts: noCounts,
    nothing: null,
  };
  for (const step of stepsOfRun) if (!step.isLast || !part.lived.more) step.do(part);
  return part;
}

function takeTyped({ work, env, id, before }: RunPart): void {
  takeOverInRun(work, env, { run: id, isFirstPart: before === undefined });
}

function adopt({ work, env, id }: RunPart): void {
  adoptRefunds(work, { today: env.today, run: id });
}

function settleRewards({ work, env, id }: RunPart): void {
  settleAll(work, { today: env.today, run: id });
}

function liveDays(part: RunPart): void {
  const { work, env, id, atMost, asBlank } = part;
  dropComingEndings(work);
  part.lived = advance(work, env.today, env, {
    run: id,
    atMost,
    find: createFinder(work, asBlank),
    asBlank: ({ key, partner, customer }) =>
      key === asBlank || (customer === null && partner?.key === asBlank),
  });
}

function keepDay({ work, env, lived }: RunPart): void {
  if (lived.more) keepStoppedAt(work, lived.stoppedAt);
  else keepLivedUntil(work, env.today);
}

function finalize(part: RunPart): void {
  const { work, env, id } = part;
  part.finalized = finalizeInvoices(work, env.today, id);
}

function open({ work, env, id }: RunPart): void {
  openInvoices(work, env.today, id);
}

function derive({ work, env }: RunPart): void {
  noteComingEndings(work, env.today);
  deriveAll(work);
}

function examine(part: RunPart): void {
  part.health = examineInRun(part.work, part.env);
}

function tellProblems(part: RunPart): void {
  const { work, lived, before } = part;
  const earlier = before?.problems ?? [];
  part.problems = lived.more ? noteProblems(work, earlier) : writeProblems(work, { earlier });
}

function log(part: RunPart): void {
  const { work, env, id, before, lived, problems, health } = part;
  const { more, counts } = lived;
  part.counts = {
    ...countMade(work, id),
    judged: counts.judged + (before?.counts.judged ?? 0),
    ended: counts.ended + (before?.counts.ended ?? 0),
    finalized: part.finalized + (before?.counts.finalized ?? 0),
    problems: more ? 0 : problems.length,
    health,
  };
  part.nothing = countNothing(work, before?.nothing ?? null);
  const { nothing } = part;
  logRun(work, env, id, { counts: part.counts, nothing, problems, goesOn: more });
}

/** What carries the run's id, all parts of the run together. */
const countMade = (work: Work, id: string) => ({
  rewards: work.where("rewards", "run", id).length,
  drips: work.where("drips", "run", id).length,
  opened: work.where("invoices", "run", id).length,
  payouts: work.where("payouts", "run", id).length,
});

function tell({ work, env }: RunPart): void {
  keepToldSince(work, env);
}

function fold({ work, id }: RunPart): void {
  foldActivity(
    work,
    id,
    runsToUndo(work).map(({ key }) => key),
  );
}
