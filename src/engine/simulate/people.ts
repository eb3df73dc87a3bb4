import { endOf } from "../drips/end";
import { endDrip } from "../drips/end-drip";
import { insertDrip } from "../drips/frozen-terms";
import { priceCells, priceOf } from "../drips/price";
import { partnerEvent } from "../judging/events";
import type { Day } from "../kernel/day";
import { PROGRAM } from "../kernel/vocabulary";
import type { Program, TableData } from "../program/program";
import { begin, type Work } from "../program/work";
import { moveReward } from "../rewards/status-moves";
import { isOfGone } from "../sales/counters";
import type { Drip, RecordOf, Reward, TableName } from "../tables";
import type { Ending } from "../tables/packed/ending";
import { type DayStep, groupChanges, judge } from "../timeline/steps";
import type { HandMove } from "./past";

/** The usable records of a program's table. */
export const recordsOf = <N extends TableName>(program: Program, name: N): readonly RecordOf<N>[] =>
  ((program.tables[name] as TableData<N> | undefined)?.rows ?? []).flatMap(
    ({ record }) => record ?? [],
  );

/** Something that a person did on a day and that is no event: a reward by hand, a decline. */
interface HandAct {
  readonly on: Day;
  readonly do: (work: Work) => void;
}

/** What people did while the program lived, as steps among those of a day. */
export interface People {
  /** The days until then on which people did something that is not done yet. */
  daysUntil(until: Day, moves: readonly HandMove[]): readonly Day[];
  /** The steps of a day, with what people did at its place: to rewards first, to groups and drips after the day's rows. */
  among(steps: readonly DayStep[], moves: readonly HandMove[]): readonly DayStep[];
}

export function createPeople(program: Program, today: Day): People {
  const acts = [...handActsOf(program, today)];
  const drips = new Set(drivenByHand(program));
  const rule = "TIME-2f";
  const onRewards: DayStep = {
    name: "what people did to rewards",
    rule,
    *live({ work }, day) {
      for (let next = acts[0]; next && next.on <= day; next = acts[0]) {
        const act = next;
        acts.shift();
        yield () => {
          act.do(work);
          return "none";
        };
      }
    },
  };
  const onDrips: DayStep = {
    name: "what people did to drips",
    rule,
    *live({ work, agenda }, day) {
      for (const drip of drips) {
        if (!hasStarted(work, drip)) continue;
        drips.delete(drip);
        yield () => {
          changeByHand(work, drip);
          agenda.addDrip(drip.key, day);
          return "none";
        };
      }
    },
  };
  const onGroups = (moves: readonly HandMove[]): DayStep => ({
    ...groupChanges,
    *live(life, day) {
      for (const { partner: key, event, on, groups, isNew } of moves) {
        const partner = on === day ? life.work.get("partners", key) : undefined;
        if (!partner || (isNew && partner.groupJudged === groups.group)) continue;
        const moved = life.work.update("partners", key, { group: groups.group });
        yield () => judge(life, partnerEvent(life.work, moved, event, on), day);
      }
    },
  });
  return {
    daysUntil: (until, moves) =>
      [...acts, ...moves].map(({ on }) => on).filter((on) => on <= until),
    among: (steps, moves) => [
      onRewards,
      ...steps.flatMap((step) => (step === groupChanges ? [onGroups(moves), onDrips] : [step])),
    ],
  };
}

/** What people did to rewards, in the order of its days: it counts for others, and frees their limits. */
function handActsOf(program: Program, today: Day): readonly HandAct[] {
  const work = begin(program);
  return recordsOf(program, "rewards")
    .flatMap((reward) => handActOf(work, reward, today) ?? [])
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

function handActOf({ get }: Work, reward: Reward, today: Day): HandAct | undefined {
  const { key, source, status, decidedBy, reason } = reward;
  // What was made for a sale whose row is gone can't be lived again.
  if (source === "manual" || isOfGone(reward, get)) {
    return { on: reward.earnedOn, do: (work) => void work.insert("rewards", reward) };
  }
  if (status !== "declined" || source === "adjustment" || decidedBy === PROGRAM) return undefined;
  const on = reward.decidedOn ?? today;
  return {
    on,
    do: (work) => {
      const made = work.get("rewards", key);
      if (made) moveReward(work, made, { status, reason, by: decidedBy ?? "", on });
    },
  };
}

/** The drips that a person ended, skipped parts of, paused or continued. */
const drivenByHand = (program: Program): readonly Drip[] =>
  recordsOf(program, "drips").filter((drip) => {
    const { skipped, pausedOn, continues } = drip;
    return ownEnd(drip) !== null || skipped !== null || pausedOn !== null || continues !== null;
  });

/** The end that a person set. */
const ownEnd = (drip: Drip): Ending | null => {
  const end = endOf(drip);
  return end && end.by !== PROGRAM ? end : null;
};

/**
 * Applies what a person did to a drip to the same drip of a simulation, whatever its terms are there, and continues the
 * one that the person continued.
 */
function changeByHand(work: Work, made: Drip): void {
  const { key, skipped, pausedOn, continues } = made;
  const before = work.get("drips", continues);
  if (before && !work.has("drips", key)) {
    insertDrip(work, {
      ...made,
      ...priceCells(priceOf(before)),
      issued: made.after,
      settled: made.after,
      emptyParts: null,
    });
  }
  const changed = work.update("drips", key, { skipped, pausedOn });
  const end = ownEnd(made);
  if (end) endDrip(work, changed, end);
}

/** Whether the drip, or the one that a person continued as it, has started. */
const hasStarted = (work: Work, { key, continues }: Drip): boolean =>
  work.has("drips", key) || (continues !== null && work.has("drips", continues));
