import { isRevived } from "../drips/end-drip";
import { endingDay, takeEnding } from "../drips/end-drips";
import { nextPart, releasePart } from "../drips/release";
import { type EventRow, eventOf, noticedChangeKey, partnerEvent } from "../judging/events";
import { judgeAndMark } from "../judging/judge-events";
import { undecidedBy } from "../judging/undecided";
import type { Day } from "../kernel/day";
import type { Sentence } from "../kernel/message";
import type { ProgramEvent } from "../rules/program-event";
import { refundsOf } from "../sales/net-of-refunds";
import { isOrWasRefund, isRefund } from "../sales/refund-row";
import { markerOf } from "../tables/packed/marker";
import { isUndone } from "./agenda";
import type { DripLife, Life } from "./life";
import type { LivedRow } from "./place";
import { countRefund, settle, settleRevived } from "./refunds";
import { waitsFor } from "./waiting";

/** What one act of a day did, for the run's record. */
export type DayEvent = "judged" | "refunds" | "ended" | "made" | "none";
/** One thing that is about to be done: a row, an ending or an occurrence. Between two of them a run may stop. */
export type Act = () => DayEvent;

/** One of the things that every day does, in their order. */
export interface DayStep<L extends DripLife = Life> {
  readonly name: string;
  readonly rule: string;
  readonly live: (life: L, day: Day) => Iterable<Act>;
}

/** The rows whose turn comes; a trial, which lives some of them again, has another in its place. */
export const eventsAndRefunds: DayStep = {
  name: "events and refunds",
  rule: "TIME-1b",
  live: liveRows,
};

/** Notices what was typed over; a simulation, which knows when that was, has another in its place. */
export const groupChanges: DayStep = {
  name: "typed changes of group",
  rule: "TIME-1e",
  live: liveGroupChanges,
};

/** What each day does with drips, which is all that an act on one of them lives. */
export const stepsOfDrips: readonly DayStep<DripLife>[] = [
  { name: "endings", rule: "TIME-1a", live: liveEndings },
  { name: "occurrences", rule: "TIME-1a", live: liveOccurrences },
];

/** What each day does, and in which order: written here and nowhere else (TIME-1). */
export const stepsOfDay: readonly DayStep[] = [eventsAndRefunds, groupChanges, ...stepsOfDrips];

function* liveRows(life: Life, day: Day): Iterable<Act> {
  for (const of of life.agenda.rowsOf(day)) yield* liveRow(life, of, day);
}

function* liveRow(life: Life, { table, row: before }: LivedRow, day: Day): Iterable<Act> {
  const { work } = life;
  const row = work.get(table, before.key);
  const of = { table, row } as EventRow;
  if (!row || !isUndone(work, of)) return;
  const event = readyEvent(life, of);
  if ("waits" in event) life.waiting.push({ of, why: event.waits });
  else if (event.kind !== "refund") {
    const why = waitsForCell(life, event, day);
    if (why !== undefined) life.waiting.push({ of, why });
    else yield () => judge(life, event, day);
  } else {
    yield () => refund(life, of, day);
    // A row whose Refund of was cleared counts as a refund no more, and is a sale now.
    if (of.table === "transactions" && !isRefund(of.row)) yield* liveRow(life, of, day);
  }
}

type Refund = { readonly kind: "refund" };

/** What the row is now that its turn has come; or what it waits for. */
export function readyEvent(
  life: Life,
  of: EventRow,
): ProgramEvent | Refund | { readonly waits: Sentence } {
  const { work, find, until, joinedOn } = life;
  const event: ProgramEvent | Refund | { readonly waits: string } =
    of.table === "transactions" && isOrWasRefund(of.row)
      ? { kind: "refund" }
      : eventOf(work, find, of, joinedOn);
  if ("waits" in event) return event;
  const waits = waitsFor(work, of, until);
  if (waits !== undefined) return { waits };
  const taken = life.takenKey(of);
  if (taken) life.report(taken);
  return taken ? { waits: "waits: it has the key of a row that was processed" } : event;
}

/** What an event waits for that a cell with an error value leaves undecided, which is told at the cell (CELL-2). */
export function waitsForCell(life: Life, event: ProgramEvent, day: Day): string | undefined {
  const undecided = undecidedBy({ ...life.judging, day }, event);
  if (undecided?.problem) life.report(undecided.problem);
  return undecided?.waits;
}

/** Judges one event on a day, and takes the drips that it started into the agenda. */
export function judge(life: Life, event: ProgramEvent, day: Day): DayEvent {
  const judging = { ...life.judging, day };
  life.before?.(life.work, event);
  const judged = judgeAndMark(judging, event);
  life.watch.onJudged?.(judging, event, judged);
  for (const drip of judged.drips) life.agenda.addDrip(drip, day);
  return "judged";
}

/** Lets a refund count, and takes the drips that it ends or revives into the agenda. */
export function refund(
  { work, env, run, agenda, judging }: Life,
  { table, row }: LivedRow,
  day: Day,
): DayEvent {
  const now = table === "transactions" ? work.get(table, row.key) : undefined;
  if (!now) return "none";
  const when = { today: env.today, run, livedUntil: judging.livedUntil };
  for (const drip of countRefund(work, now, when)) agenda.addDrip(drip, day);
  return "refunds";
}

/** The partners whose group was typed over since it was last judged: an event of the last day, after its rows. */
function* liveGroupChanges(life: Life, day: Day): Iterable<Act> {
  const { work, until } = life;
  if (day !== until) return;
  const keys = work.all("partners").map(({ key }) => key);
  for (const key of keys.sort()) {
    const partner = work.get("partners", key);
    if (!partner || !markerOf(partner)) continue;
    if (partner.group === partner.groupJudged) continue;
    const event = partnerEvent(work, partner, noticedChangeKey(partner, day), day);
    if (waitsForCell(life, event, day) === undefined) yield () => judge(life, event, day);
  }
}

function* liveEndings({ work, agenda, env }: DripLife, day: Day): Iterable<Act> {
  for (const key of agenda.dripsOf(day)) {
    const drip = work.get("drips", key);
    const on = drip && endingDay(work, drip, env.today);
    if (!drip || on === undefined || on > day) continue;
    yield () => (takeEnding(work, drip, day, env.today) ? "ended" : "none");
  }
}

function* liveOccurrences(life: DripLife, day: Day): Iterable<Act> {
  const { work, agenda, run, env } = life;
  for (const key of agenda.dripsOf(day)) {
    for (;;) {
      const drip = work.get("drips", key);
      const part = drip && nextPart(work, drip);
      if (!drip || !part || part.due > day) break;
      yield () => {
        const reward = releasePart(work, drip, part, run);
        if (!reward) return "none";
        const when = { today: env.today, run };
        if (isRevived(drip)) settleRevived(work, reward, part.due, when);
        else if (refundsOf(work, drip.transaction ?? "").length > 0) {
          settle(work, reward.key, part.due, when);
        }
        return "made";
      };
    }
    agenda.addDrip(key, day);
  }
}
