import { asRefusal, type Problem } from "../../engine/kernel/problem";
import type { RefusedChoice } from "../../engine/kernel/vocabulary";
import { fitting, type RefusedWrite } from "../../engine/program/aside";
import { apply, type Changeset, combine, type Effect } from "../../engine/program/changeset";
import type { Journal } from "../../engine/program/journal";
import type { Program } from "../../engine/program/program";
import { type TableName, tableNames } from "../../engine/tables";
import type { Book } from "./book";
import { commit } from "./commit";
import {
  clearHeld,
  clearJournal,
  countAttempts,
  heldJournals,
  holdJournal,
  type JournalState,
} from "./journal-sheet";
import { loadTables, readProgram } from "./load";
import { columnSettler } from "./settle-columns";
import { takeBackMade } from "./take-back";

/** So often an execution tries to finish a journal; then it is held, for a person to decide (REFUSAL-1). */
const MOST_ATTEMPTS = 2;

export interface Finished {
  readonly problems: readonly Problem[];
  readonly refused: readonly RefusedWrite[];
  /** A journal that can't be finished is held. */
  readonly isHeld: boolean;
}

interface How {
  readonly choice?: RefusedChoice | undefined;
  /** Called where mails that were claimed did not go, with the program before and after that is noted. */
  readonly onTakenBack: (before: Program, after: Program) => void;
}

const nothing = { problems: [], refused: [] } as const;

/**
 * Finishes, by key, what a killed execution had saved and not cleared, and tries again what Google refused before. An
 * incomplete journal is dropped. One that is senseless, or was tried twice in vain, is held in a column of its own.
 */
export function finishJournal(book: Book, state: JournalState, how: How): Finished {
  const { choice } = how;
  const { journal, attempts, held } = state;
  if (choice === "give up") {
    if (held.length > 0) clearHeld(book);
    const isUnfinished = journal !== undefined && journal !== "senseless" && !journal.isAside;
    if (isUnfinished) return { ...finish(book, journal, { attempts, how }), isHeld: false };
    if (journal !== undefined) clearJournal(book);
    return { ...nothing, isHeld: false };
  }
  const isHeld = held.length > 0;
  if (journal === undefined && attempts > 0) countAttempts(book, 0);
  else if (journal === "senseless" || attempts >= MOST_ATTEMPTS) {
    // Read first: where a tab has to be restored before it can be read, the journal stays as it is.
    const takeBack = journal === "senseless" ? () => nothing : halfTaker(book, journal?.changes);
    holdJournal(book, state);
    clearJournal(book);
    countAttempts(book, 0);
    return { ...takeBack(), isHeld: true };
  }
  const done = journal ? finish(book, journal, { attempts, how }) : nothing;
  if (choice !== "try again" || !isHeld) return { ...done, isHeld };
  const again = tryHeld(book, held, how);
  return {
    problems: [...done.problems, ...again.problems],
    refused: [...done.refused, ...again.refused],
    isHeld: false,
  };
}

function finish(
  book: Book,
  { changes, zone, isAside }: Journal,
  { attempts, how }: { readonly attempts: number; readonly how: How },
) {
  countAttempts(book, attempts + 1);
  try {
    const done = carryOut(book, changes, { zone, fits: isAside ? {} : undefined, how });
    countAttempts(book, 0);
    return done;
  } catch (thrown) {
    // A tab or column that a person has to restore is no fault of the journal.
    if (asRefusal(thrown)) countAttempts(book, attempts);
    throw thrown;
  }
}

/**
 * What to do once a journal is held: it may have added rewards without marking their events. If such an event's row was
 * deleted or got another key, its rewards are taken back, since it will be judged again (REFUSAL-1h). Any other event finds its
 * rewards by key. Throws as reading the tabs does.
 */
function halfTaker(book: Book, changes: Changeset = { effects: [] }) {
  const marks = changes.effects.filter(isMark);
  if (marks.length === 0) return () => nothing;
  const touched = new Set<TableName>(["rewards", "drips", ...marks.map(({ table }) => table)]);
  const tables = loadTables(book, [...touched]);
  columnSettler()(tables.values());
  const { problems } = fitting(readProgram(book, tables), { effects: marks });
  const gone = problems.filter(({ code }) => code === "ROW_NOT_FOUND");
  return () => {
    const done = takeBackMade(book, tables, changes, { problems: gone, refused: [] });
    clearJournal(book);
    return done;
  };
}

const isMark = (effect: Effect): effect is Extract<Effect, { kind: "update" }> =>
  effect.kind === "update" && effect.cells.judged !== undefined;

/** Tries held journals again; they are old, so only what is still as they found it is changed. */
function tryHeld(book: Book, held: readonly string[], how: How) {
  const changes = heldJournals(held).reduce<Changeset>(
    (all, journal) => combine(all, journal.changes),
    { effects: [] },
  );
  const done = carryOut(book, changes, { zone: "", fits: { strict: true }, how });
  clearHeld(book);
  return done;
}

function carryOut(
  book: Book,
  changes: Changeset,
  {
    zone,
    fits,
    how,
  }: {
    readonly zone: string;
    readonly fits: { strict?: boolean } | undefined;
    readonly how: How;
  },
) {
  const touched = new Set<string>();
  for (const effect of changes.effects) {
    if (effect.kind !== "email") touched.add(effect.table);
    if (isMark(effect)) touched.add("rewards").add("drips");
  }
  const tables = loadTables(
    book,
    tableNames.filter((name: TableName) => touched.has(name)),
  );
  columnSettler()(tables.values());
  const program = readProgram(book, tables);
  const fit = fits ? fitting(program, changes, fits) : { changes, problems: [] };
  const before = apply(program, fit.changes);
  const onWritten = (back: Changeset) => how.onTakenBack(before, apply(before, back));
  const options = { isResumed: true, zone, onWritten };
  const { problems, refused } = commit(book, tables, fit.changes, options);
  const all = { problems: [...fit.problems, ...problems], refused };
  const done = takeBackMade(book, tables, changes, all, {
    old: fits?.strict ? fit.changes : undefined,
  });
  clearJournal(book);
  return done;
}
