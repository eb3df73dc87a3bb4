import { cellWords } from "../engine/kernel/cell-words";
import { asRefusal, DomainError, type Problem } from "../engine/kernel/problem";
import { problemLine } from "../engine/kernel/problem-line";
import { howToAllow, type RefusedWrite, refusedProblems } from "../engine/program/aside";
import { readTold, tell } from "./told";
import type { Book } from "./workbook/book";
import type { Finished } from "./workbook/finish-journal";
import { JOURNAL_SHEET, type JournalState } from "./workbook/journal-sheet";
import { isRefusal, tabGone } from "./workbook/refusal";

interface Found {
  readonly state: JournalState;
  readonly finished: Finished;
  /** Of rows whose key was refused; only a run, which reads every tab, knows all of them. */
  readonly keys: readonly Problem[];
  readonly refused: readonly RefusedWrite[];
  /** Of notices that could not be mailed; only a run mails them. */
  readonly notices: readonly Problem[];
}

/** Tells what Google refuses now, and that the journal's tab was lost; returns what was not told before. */
export function tellRefused(
  { madeJournal }: Book,
  name: string,
  { state, finished, keys, refused, notices }: Found,
): readonly Problem[] {
  const isLost = madeJournal && name !== "set-up";
  const others = [
    ...(finished.isHeld ? [journalHeld] : []),
    ...refusedProblems([...finished.refused, ...refused]),
  ];
  const wasAside = state.journal !== undefined || state.held.length > 0;
  if (name !== "run" && others.length === 0 && !isLost && !wasAside) return [];
  const before = readTold();
  const isOfRun = ({ code, at: { column } }: Problem) =>
    column === "Key" || code === "MAIL_REFUSED";
  const ofRun = name === "run" ? [...keys, ...notices] : before.problems.filter(isOfRun);
  const now = [...others, ...ofRun];
  const lost = isLost ? [journalLost(before.problems.filter((each) => !isOfRun(each)))] : [];
  return tell(before, { problems: now, isHeld: finished.isHeld }) ? [...lost, ...now] : lost;
}

const at = { table: JOURNAL_SHEET };
const journalHeld: Problem = {
  code: "WRITE_REFUSED",
  at,
  message:
    "A write that was cut off could not be finished in two attempts, so it is set aside in the hidden tab “_journal”. Try it again or give it up on Home.",
};
const journalLost = (problems: readonly Problem[]): Problem => ({
  code: "JOURNAL_LOST",
  at,
  message: [
    "The hidden tab “_journal” was deleted, so it was made again. What was cut off is decided again.",
    ...problems.map((each) => `Lost with it: ${problemLine(each)}`),
  ].join("\n"),
});

/** Tells on Home that Google refuses what a run can't do without, such as its journal; the next run tells what is left of it. */
export function tellStopped(name: string, thrown: unknown): void {
  if (name !== "run" || asRefusal(thrown) || !isRefusal(thrown) || tabGone(thrown)) return;
  const { message } = thrown;
  const stopped: Problem = {
    code: "WRITE_REFUSED",
    at,
    message: `The last run stopped, since Google refused what it needed: ${message} ${howToAllow(message)} Nothing is lost: the next run does it all.`,
  };
  const before = readTold();
  tell(before, { problems: [stopped], isHeld: before.isHeld });
}

const KEPT =
  "Your change is kept, and is written once Google allows it. Don't repeat it: it counts already.";

/**
 * Says to who waits for the answer that Google refused what was to be done, and that it is kept (REFUSAL-1g); a run has done
 * all the rest.
 */
export function throwRefused(
  name: string,
  isClock: boolean | undefined,
  refused: readonly RefusedWrite[],
): void {
  const isOwed = ({ effect, column }: RefusedWrite) =>
    column === null && (effect.table === "rewards" || effect.table === "drips");
  const told = name === "run" ? refused.filter(isOwed) : refused;
  if (isClock || told.length === 0) return;
  const problems = refusedProblems(told);
  const lines = problems.map(({ at: { table, row, column }, message }) =>
    [[table, row, column].filter(Boolean).join(" › "), cellWords(message)].join(": "),
  );
  const said = name === "run" ? lines : [KEPT, ...lines];
  throw new DomainError("WRITE_REFUSED", said.join("\n"), problems);
}
