import { foldActivity } from "../../activity/fold-activity";
import {
  countIn,
  handedOn,
  logRun,
  noCounts,
  type RunCounts,
  sentence,
} from "../../activity/run-line";
import { endDrips } from "../../drips/end-drips";
import { deriveDrips } from "../../drips/progress";
import { releaseDrips } from "../../drips/release";
import { acceptPayouts } from "../../edits/accept-payouts";
import { acceptEdits } from "../../edits/accept-rewards";
import { keepFinal } from "../../edits/keep-final";
import { noticeEdits } from "../../edits/notice-edits";
import { putBack } from "../../edits/put-back";
import { examineInRun } from "../../health/examine";
import { deriveInvoices } from "../../invoices/derive";
import { finalizeInvoices } from "../../invoices/finalize";
import { openInvoices } from "../../invoices/open";
import { judgeEvents } from "../../judging/judge-events";
import type { Env } from "../../kernel/env";
import { wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { runKey } from "../../kernel/keys";
import type { Work } from "../../program/work";
import { noteProblems, writeProblems } from "../../program/write-problems";
import { keptOfDrip } from "../../sales/kept";
import { tableNames } from "../../tables";
import { applyRefunds } from "../../timeline/refunds";
import { recordUndo, runsToUndo } from "../../undo/record-undo";
import { useCase } from "../shared/use-case";

/** What set the run off. All do the same; whichever comes first does all that is due (product.md §9). */
export const runKinds = ["daily", "monthly", "by hand", "catch-up", "continued"] as const;

/** So many events or occurrences a part, that one part is decided and written within seconds. */
const EVENTS_A_PART = 2_500;
const OCCURRENCES_A_PART = 2_500;
const GOES_ON = " Goes on.";

export interface RunOutput {
  readonly run: string;
  /** Nothing was done, since the program is paused. */
  readonly paused: boolean;
  readonly more: boolean;
  readonly summary: string;
  readonly counts: RunCounts;
}

/** Judge, end, release, finalize, open: one part of a run; `more` says that another part must follow. */
export const run = useCase({
  name: "run",
  edits: "leave",
  inputs: { kind: input("Kind", wordField(runKinds), { required: true }) },
  reads: tableNames,
  more: (output: RunOutput) => output.more,
  decide: (work, { kind }, env): RunOutput => {
    const id = runKey(`${env.now.day} ${env.now.time || "00:00:00"}`, kind);
    if (work.settings.paused) return paused(id);
    const line = work.get("activity", id);
    const before = line?.what;
    const isGoingOn = before?.endsWith(GOES_ON) === true;
    const earlier = isGoingOn ? handedOn(line?.why) : [];
    putBack(work, env, id);
    keepFinal(work, env, id);
    acceptEdits(work, env, id);
    acceptPayouts(work, env, id);
    noticeEdits(work, env, id, { isFirstPart: !isGoingOn });
    const { judged, more: moreToJudge } = judgeEvents(work, env, id, { atMost: EVENTS_A_PART });
    const { ended, more } = moreToJudge ? { ended: 0, more: true } : endAndRelease(work, env, id);
    let finalized = 0;
    if (!more) {
      finalized = finalizeInvoices(work, env.today, id);
      openInvoices(work, env.today, id);
      deriveDrips(work, (drip) => keptOfDrip(work, drip));
      deriveInvoices(work);
    }
    const health = more ? 0 : examineInRun(work, env);
    const problems = more ? noteProblems(work, earlier) : writeProblems(work, { earlier });
    const counts: RunCounts = {
      ...countMade(work, id),
      judged: judged + countIn(before, "judged"),
      ended: ended + countIn(before, "ended"),
      finalized: finalized + countIn(before, "finalized"),
      problems: more ? 0 : problems.length,
      health,
    };
    const summary = sentence(counts);
    logRun(work, env, id, {
      what: more ? `${summary}${GOES_ON}` : summary,
      problems,
      goesOn: more,
    });
    recordUndo(work, id);
    if (!more)
      foldActivity(
        work,
        id,
        runsToUndo(work).map(({ key }) => key),
      );
    return { run: id, paused: false, more, summary, counts };
  },
});

/** Refunds come first, since they end drips, and once more for the occurrences that were just caught up. */
function endAndRelease(work: Work, env: Env, id: string) {
  applyRefunds(work, env, id);
  const ended = endDrips(work, env.today);
  const { made, more } = releaseDrips(work, env.today, id, { atMost: OCCURRENCES_A_PART });
  if (made > 0) applyRefunds(work, env, id);
  return { ended, more };
}

/** What carries the run's id, all parts of the run together. */
const countMade = (work: Work, id: string) => ({
  rewards: work.where("rewards", "run", id).length,
  drips: work.where("drips", "run", id).length,
  opened: work.where("invoices", "run", id).length,
  payouts: work.where("payouts", "run", id).length,
});

const paused = (id: string): RunOutput => ({
  run: id,
  paused: true,
  more: false,
  summary: "The program is paused, so nothing was done. Resume it in Settings.",
  counts: noCounts,
});
