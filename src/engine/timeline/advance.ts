import type { Judging } from "../judging/judge-event";
import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Problem } from "../kernel/problem";
import type { Work } from "../program/work";
import { createFinder, type Finder } from "../sales/who";
import type { Drip, Partner } from "../tables";
import { openAgenda } from "./agenda";
import { type Life, prepareJudging, type Watch } from "./life";
import { stoppedAt } from "./lived-until";
import type { LivedRow } from "./place";
import { reportRefunds } from "./refunds";
import { type DayEvent, type DayStep, stepsOfDay } from "./steps";
import { type Waiting, waitsFor, writeWaiting } from "./waiting";

export interface AdvanceOptions {
  /** The run whose id is written beside what is made; none for an act of a person. */
  readonly run?: string;
  /** So many rows and occurrences at most; then `more` says whether any are left. */
  readonly atMost?: number;
  /** Lives these drips only: no rows, and no other drips. */
  readonly only?: (drip: Drip) => boolean;
  readonly watch?: Watch;
  /** What a simulation knows better than a live program, which lives all rows, and finds what they are about by itself. */
  readonly rows?: readonly LivedRow[];
  readonly days?: readonly Day[];
  readonly steps?: readonly DayStep[];
  readonly find?: Finder;
  readonly joinedOn?: (partner: Partner) => Day;
  /** Whether cells with an error value count as blank ones for an event (CELL-2a). */
  readonly asBlank?: Judging["asBlank"];
}
export interface Advanced {
  readonly counts: Readonly<Record<DayEvent, number>>;
  readonly more: boolean;
  /**
   * The day within which it stopped, where something left would be taken for an earlier day's: the next part must not
   * go back behind it. Null otherwise.
   */
  readonly stoppedAt: Day | null;
}

export const noDayEvents: Readonly<Record<DayEvent, number>> = {
  judged: 0,
  refunds: 0,
  ended: 0,
  made: 0,
  none: 0,
};

/**
 * Lives each day in order, from the earliest with something undone up to `until`, doing only what is undone (TIME-1).
 * It may stop between any two rows, and goes on there when it is called again: twice is as once.
 */
export function advance(
  work: Work<never>,
  until: Day,
  env: Pick<Env, "today">,
  options: AdvanceOptions = {},
): Advanced {
  const life = beginLife(work as unknown as Work, until, env, options);
  const { atMost = Number.POSITIVE_INFINITY, steps = stepsOfDay } = options;
  const counts = { ...noDayEvents };
  let done = 0;
  for (let day = life.agenda.next(); day !== undefined; day = life.agenda.next()) {
    for (const step of steps) {
      for (const act of step.live(life, day)) {
        if (done === atMost) return { counts, more: true, stoppedAt: placeToGoOn(life, day) };
        counts[act()]++;
        done++;
      }
    }
    life.agenda.close(day);
  }
  if (!life.isPartial) writeWaiting(life.work, [...life.waiting, ...laterRows(life)]);
  return { counts, more: false, stoppedAt: null };
}

function beginLife(work: Work, until: Day, env: Pick<Env, "today">, options: AdvanceOptions): Life {
  const { run = "", only, rows, watch = {}, joinedOn = () => until } = options;
  const isPartial = only !== undefined;
  const agenda = openAgenda(work, {
    until,
    today: env.today,
    notBefore: isPartial ? null : stoppedAt(work),
    joinedOn,
    ...(only ? { only } : {}),
    ...(rows ? { rows } : {}),
  });
  for (const day of options.days ?? []) agenda.visit(day);
  let prepared: Omit<Judging, "day"> | undefined;
  const judging = () => {
    prepared ??= prepareJudging(work, env, run, watch, options.asBlank);
    return prepared;
  };
  if (!isPartial) {
    agenda.visit(until);
    judging();
    reportRefunds(work);
  }
  const { find = createFinder(work) } = options;
  const told = new Set<string>();
  const report = (problem: Problem) => {
    const place = JSON.stringify(problem.at);
    if (!told.has(place)) work.report(problem);
    told.add(place);
  };
  const waiting: Waiting[] = [];
  return {
    work,
    env,
    run,
    until,
    isPartial,
    agenda,
    find,
    joinedOn,
    judging,
    watch,
    waiting,
    report,
  };
}

const placeToGoOn = ({ agenda }: Life, day: Day): Day | null =>
  agenda.holdsEarlier(day) ? day : null;

/** The rows that no day until the last went through. */
const laterRows = ({ work, agenda, until }: Life): readonly Waiting[] =>
  agenda.later.flatMap((of) => {
    const why = waitsFor(work, of, until);
    return why === undefined ? [] : [{ of, why }];
  });
