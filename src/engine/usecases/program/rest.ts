import { foldActivity } from "../../activity/fold-activity";
import { logAgain } from "../../activity/run-line";
import { isFormTab } from "../../intake/applications/form-tabs";
import { standingsIn } from "../../intake/import/standing";
import { addDays, type Day, daysBetween, lastDay, monthOf } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import { type Key, runKey } from "../../kernel/keys";
import type { Program } from "../../program/program";
import { begin, type Work } from "../../program/work";
import { isLocked } from "../../rewards/final";
import { doRunPart } from "../../run/steps";
import { tellsPartners } from "../../run/told-since";
import type { RecordOf, TableName } from "../../tables";
import type { RunCounts } from "../../tables/packed/happened";
import { markerOf } from "../../tables/packed/marker";
import { isUndone } from "../../timeline/agenda";
import { keepLivedUntil, setLivedUntil } from "../../timeline/lived-until";
import { isOnlyDay, runsToUndo } from "../../undo/record-undo";

/**
 * Until which day runs find nothing to do, as long as no cell is changed: the run that just was found nothing, and one on that
 * day, rehearsed, finds nothing either (RUN-22). At most until the month ends. Null where the next run may have something to
 * do; where it looks at more than rows and the day: notices, pages of partners, tabs that other tools fill; and where `isTime` says no
 * before any day was found.
 */
export function restsUntil(
  program: Program,
  env: Env,
  run: Key,
  isTime: () => boolean = () => true,
): Day | null {
  const work: Work = begin(program);
  const { paused, noticesToTeam, partnerPageAddress } = work.settings;
  const looksElsewhere =
    noticesToTeam !== null ||
    partnerPageAddress !== null ||
    tellsPartners(work) ||
    !standingsIn(work)?.every(isFormTab);
  const found = work.get("activity", run)?.data;
  if (paused || looksElsewhere || found?.kind !== "run") return null;
  const { today } = env;
  const rests = (days: number) =>
    isTime() && finds(program, env, addDays(today, days), found.counts);
  // Nothing due by a day is nothing due by an earlier one.
  let [least, most] = [0, daysBetween(today, lastDay(monthOf(today)))];
  for (let days = most; least < most; days = Math.ceil((least + most) / 2)) {
    if (rests(days)) least = days;
    else most = days - 1;
  }
  return least === 0 ? null : addDays(today, least);
}

/** Whether a run on that day would do nothing and find just so much, were each day before lived. */
function finds(program: Program, env: Env, on: Day, { problems, health }: RunCounts): boolean {
  const work: Work = begin(program);
  setLivedUntil(work, addDays(on, -1));
  const then = { ...env, today: on, now: { day: on, time: "" } };
  const { counts } = doRunPart(work, then, runKey(`${on} 00:00:00`, "daily"));
  return isOnlyDay(work.changes()) && counts.problems === problems && counts.health === health;
}

/** All that a run does which finds nothing to do, as the one did whose line `before` is. */
export function rest(work: Work, env: Env, run: Key, before: RecordOf<"activity">): void {
  keepLivedUntil(work, env.today);
  logAgain(work, env, run, before);
  foldActivity(
    work,
    run,
    runsToUndo(work).map(({ key }) => key),
  );
}

/** In days: a reward that was declined and is older seldom comes back. */
const LONG_AGO = 62;

type Settled = { readonly [N in TableName]?: (work: Work, row: RecordOf<N>) => boolean };
/** Which rows only a person's edit, a payout or its return can still change (RUN-22a). */
const settled: Settled = {
  customers: (_, row) => markerOf(row) !== undefined,
  transactions: (work, row) =>
    !isUndone(work, { table: "transactions", row }) &&
    work
      .where("rewards", "transaction", row.refundOf ?? row.key)
      .every((reward) => isSettledReward(work, reward)),
  rewards: isSettledReward,
  drips: (_, { status }) => status !== "Created",
  payouts: (_, { status }) => status === "paid" || status === "returned",
};

function isSettledReward(work: Work, reward: RecordOf<"rewards">): boolean {
  const { status, earnedOn } = reward;
  const until = work.settings.livedUntil;
  return (
    isLocked(work, reward) ||
    (status === "declined" && until !== null && daysBetween(earnedOn, until) > LONG_AGO)
  );
}

/** Whether a row is compared within seven runs only, while none finds anything to do; others at each (RUN-22a). */
export const isSettled = <N extends TableName>(work: Work, table: N, row: RecordOf<N>): boolean =>
  (settled[table] as ((work: Work, row: RecordOf<N>) => boolean) | undefined)?.(work, row) ?? false;
