import type { Env } from "../engine/kernel/env";
import type { InputOf, Inputs } from "../engine/kernel/input";
import type { Entry } from "../engine/kernel/locale-entry";
import type { Sentence } from "../engine/kernel/message";
import type { Problem } from "../engine/kernel/problem";
import type { RefusedChoice } from "../engine/kernel/vocabulary";
import { fitting, type RefusedWrite } from "../engine/program/aside";
import { apply, type Changeset } from "../engine/program/changeset";
import type { Program } from "../engine/program/program";
import { begin } from "../engine/program/work";
import { DASHBOARD, dashboardTab } from "../engine/reports/program/dashboard-tab";
import { isOnlyDay } from "../engine/undo/record-undo";
import { type HomePart, homeParts, homePartsIn } from "../engine/usecases/program/home-parts";
import type { RunOutput } from "../engine/usecases/program/run";
import { checkInput } from "../engine/usecases/shared/check-input";
import type { UseCase } from "../engine/usecases/shared/use-case";
import { entryOf } from "./codec/entry-of";
import { checkCopy } from "./copy";
import { environment, leftOnce } from "./environment";
import { forgetHome, keepHome, renewHome } from "./home-store";
import { fillLeft, keepLeft, touchesLeft } from "./left-store";
import { underLock } from "./lock";
import { mailNotices } from "./mail-notices";
import { writePartnerPages } from "./page/write-partner-pages";
import { reportProblems } from "./report-problems";
import { forgetRest, keepRest, readRest, stillRests } from "./rest-store";
import { refuseNewer, upgradeTabs } from "./setup/upgrade-tabs";
import { tellRefused, tellStopped, throwRefused } from "./tell-refused";
import type { Book } from "./workbook/book";
import { commit, verifyTables } from "./workbook/commit";
import { openDeclared, readDeclared } from "./workbook/declared";
import { type Finished, finishJournal } from "./workbook/finish-journal";
import {
  clearJournal,
  ensureJournalSheet,
  type JournalState,
  markHome,
  markSchema,
  readJournalSheet,
} from "./workbook/journal-sheet";
import { unlessRefused, unlessSheetRefuses } from "./workbook/refusal";
import { renewLook } from "./workbook/renew-formats";
import { takeBackMade } from "./workbook/take-back";
import { refreshReportTab, writeReportTab } from "./write-report-tab";

/**
 * In ms. No further part starts after BUDGET, or if it would end after LATEST_END when it takes as long as the
 * longest part so far. This leaves a margin before the limit of six minutes (RUN-6).
 */
const BUDGET = 270_000;
const LATEST_END = 330_000;

export interface Performed {
  readonly output: unknown;
  /** Time ran out before everything was done. */
  readonly more: boolean;
}
export type AnyUseCase = UseCase<string, Inputs>;

interface Options {
  /** When this execution began, in ms since 1970. */
  readonly startedAt: number;
  /** Done under the lock before any table is read, and before an unfinished journal is finished. */
  readonly beforeLoading?: () => void;
  /** What a person decided about changes that are set aside. */
  readonly choice?: RefusedChoice;
  /** Nobody waits for the answer. */
  readonly isClock?: boolean;
}

/** Performs a use case: lock, load, decide, commit, and again while there is more to do and time for it. */
export function perform(
  book: Book,
  useCase: AnyUseCase,
  given: unknown,
  { startedAt, beforeLoading: beforehand, choice, isClock }: Options,
): Performed {
  if (useCase.edits === "read only") {
    const program = readDeclared(book, useCase);
    const env = environment(book, startedAt);
    const input = checkInput(useCase.inputs, given, program, entryReader(book, env));
    const { output } = useCase.decide(program, input, env);
    return { output, more: false };
  }
  return underLock(() => {
    try {
      const state = readJournalSheet(book);
      checkCopy(book, state);
      if (useCase.name !== "set-up") upgradeTabs(book, state);
      else refuseNewer(state.schema);
      beforehand?.();
      if (state.journal !== undefined) forgetHome(homeParts);
      const onTakenBack = (before: Program, after: Program) =>
        keepLeft(environment(book, startedAt), before, after);
      const finished = finishJournal(book, state, { choice, onTakenBack });
      return write(book, useCase, given, { startedAt, state, finished, isClock });
    } catch (thrown) {
      unlessRefused(() => tellStopped(useCase.name, thrown));
      throw thrown;
    }
  });
}

/** How the input was typed; calculated when a field first needs it. */
function entryReader({ locale }: Book, { today }: Env): () => Entry {
  let entry: Entry | undefined;
  return () => {
    entry ??= entryOf(locale, today);
    return entry;
  };
}

interface Begun {
  readonly startedAt: number;
  readonly state: JournalState;
  readonly finished: Finished;
  readonly isClock: boolean | undefined;
}

function write(book: Book, useCase: AnyUseCase, given: unknown, begun: Begun): Performed {
  const { startedAt, state, finished, isClock } = begun;
  const isRun = useCase.name === "run";
  const isSetUp = useCase.name === "set-up";
  // What fills in keys wherever they are blank, and what is set aside, may be about any table.
  const isWhole = isRun || isSetUp || book.aside.effects.length > 0;
  const { declared, rest } = open(book, useCase, isWhole, isRun && isClock ? startedAt : undefined);
  const { tables } = declared;
  const asRead = [...tables.values()].map(({ rows }) => rows);
  if (!state.sheet) ensureJournalSheet(book);
  if (isRun || isSetUp) renewLook(book, tables, isSetUp);
  const start = withAside(declared.program, book.aside);
  let program = start;
  const entry = entryReader(book, environment(book, startedAt));
  const input: InputOf<Inputs> = checkInput(useCase.inputs, given, program, entry);
  const problems = [...finished.problems];
  const refused: RefusedWrite[] = [];
  const left = leftOnce();
  const stale = new Set<HomePart>();
  let hasJournal = false;
  let isIdle = isRun && state.journal === undefined && book.aside.effects.length === 0;
  let longestPart = 0;
  for (;;) {
    const partStart = Date.now();
    const around = environment(book, startedAt, isRun ? left : undefined);
    const env = { ...around, restsSince: rest?.run };
    const { output, changes, more, refusal, tab } = useCase.decide(program, input, env);
    const onWritten = (written: Changeset) => {
      const mayLeave = !isRun && touchesLeft(written);
      // After most acts nothing reads the program again.
      if (!isRun && !more && !mayLeave && stale.size === 0) return;
      const after = apply(program, written);
      if (mayLeave) keepLeft(env, program, after);
      program = after;
    };
    // A dashboard, say, that runs keep current from now on.
    if (tab) forgetRest();
    isIdle &&= !more && !refusal && isOnlyDay(changes);
    if (changes.effects.length > 0) {
      forgetRest();
      for (const part of homePartsIn(changes)) stale.add(part);
      forgetHome([...stale]);
      const options = { more, onWritten };
      const written = commit(book, tables, changes, options);
      const committed = takeBackMade(book, tables, changes, written, options);
      problems.push(...committed.problems);
      refused.push(...committed.refused);
      hasJournal = true;
    }
    if (isRun && !more) {
      if (rest) renewHome("money", env);
      else fillLeft(env, start, program);
      unlessSheetRefuses(() => writePartnerPages(book, program));
      unlessSheetRefuses(() => {
        if (refreshDashboard(book, program, env)) isIdle = false;
      });
    }
    const now = Date.now();
    longestPart = Math.max(longestPart, now - partStart);
    const used = now - startedAt;
    if (more && used < BUDGET && used + longestPart < LATEST_END) continue;
    const isRefused = ({ code }: Problem) => code === "WRITE_REFUSED";
    const keys = declared.problems.filter(isRefused);
    problems.push(...declared.problems.filter((each) => !isRefused(each)));
    problems.push(...verifyTables(book, tables));
    const mailed =
      isRun && !more
        ? mailNotices(book, tables, program, env, { startedAt, isClock, hasJournal })
        : { problems: [], more };
    const notices = mailed.problems;
    problems.push(...tellRefused(book, useCase.name, { ...begun, keys, refused, notices }));
    if (problems.length > 0) reportProblems(book, tables, env, problems);
    if (hasJournal || problems.length > 0) clearJournal(book);
    if (book.madeJournal) {
      markHome(book);
      markSchema(book);
    }
    if (refusal) throw refusal;
    keepHome(program, env, tables, isRun ? homeParts : [...stale]);
    if (isIdle && problems.length + refused.length === 0)
      keepRest(book, tables, {
        run: (output as RunOutput).run,
        program,
        env,
        rest,
        asRead,
        isTime: () => Date.now() - startedAt + longestPart < BUDGET,
      });
    throwRefused(useCase.name, isClock, refused);
    return {
      output: {
        ...(output as object),
        ...(tab ? { tab: writeReportTab(book, tab) } : {}),
        ...refusedMails(problems),
      },
      more: mailed.more,
    };
  }
}

/** What a use case reads; of a clock run that began then only what it writes itself, where nothing is due and nothing was changed (RUN-22). */
function open(book: Book, useCase: AnyUseCase, isWhole: boolean, runAt: number | undefined) {
  const left = runAt === undefined ? undefined : readRest(book, environment(book, runAt));
  if (left && book.aside.effects.length === 0) {
    const declared = openDeclared(book, useCase, false);
    // Read by being asked for.
    const { activity } = declared.program.tables;
    if (activity && stillRests(book, declared.tables, left)) return { declared, rest: left };
  }
  return { declared: openDeclared(book, useCase, isWhole), rest: undefined };
}

/** Writes the dashboard anew, where a person made one (REPORT-6). */
const refreshDashboard = (book: Book, program: Program, { today }: Env): boolean =>
  refreshReportTab(book, DASHBOARD, () => dashboardTab(begin(program), today));

/** The program as it would be without refusals: what is set aside counts as written. */
const withAside = (program: Program, aside: Changeset): Program =>
  aside.effects.length === 0 ? program : apply(program, fitting(program, aside).changes);

/** What the mail service refused; this is only known after the commit. */
function refusedMails(problems: readonly Problem[]): {
  readonly refusedMails?: readonly Sentence[];
} {
  const refused = problems.filter(({ code }) => code === "MAIL_REFUSED");
  return refused.length === 0 ? {} : { refusedMails: refused.map(({ message }) => message) };
}
