import type { Judging } from "../judging/judge-event";
import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import type { Problem } from "../kernel/problem";
import type { Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import { addFoundByCode } from "../sales/found-by-code";
import { createFinder, type Finder } from "../sales/who";
import type { Drip, Partner } from "../tables";
import { openAgenda, placedRows } from "./agenda";
import { type DripLife, type DripTables, type Life, prepareJudging, type Watch } from "./life";
import { stoppedAt } from "./lived-until";
import type { LivedRow, Place } from "./place";
import { reportRefunds } from "./refunds";
import { type DayEvent, type DayStep, stepsOfDay, stepsOfDrips } from "./steps";
import { createTakenKeys } from "./taken-key";
import { type Waiting, waitsFor, writeWaiting } from "./waiting";

export interface AdvanceOptions {
  /** The run whose id is written beside what is made; none for an act of a person. */
  readonly run?: string;
  /** The most rows and occurrences; then `more` says whether any are left. */
  readonly atMost?: number;
  readonly watch?: Watch;
  /** What a simulation knows better than a live program, which lives all rows, and finds what they are about by itself. */
  readonly rows?: readonly LivedRow[];
  /** Where they come in the order: for rows that are lived again beside others that are not, as their runs had it. */
  readonly places?: (of: LivedRow) => Place | undefined;
  readonly days?: readonly Day[];
  readonly drips?: (drip: Drip) => boolean;
  readonly steps?: readonly DayStep[];
  readonly find?: Finder;
  readonly before?: (work: Work, event: ProgramEvent) => void;
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
  /** The rows that wait, once all days are lived. */
  readonly waiting: readonly Waiting[];
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
  work: Work,
  until: Day,
  env: Pick<Env, "today">,
  options: AdvanceOptions = {},
): Advanced {
  const life = beginLife(work, until, env, options);
  const lived = liveDays(life, options.steps ?? stepsOfDay, options.atMost);
  if (lived.more) return lived;
  for (const of of life.agenda.later) {
    const why = waitsFor(work, of, until);
    if (why !== undefined) life.waiting.push({ of, why });
  }
  writeWaiting(work, life.waiting);
  return { ...lived, waiting: life.waiting };
}

/** Makes what one drip owes up to a day, endings included, so that no act takes away what is owed already (DRIP-23). */
export function catchUp(
  work: Work<DripTables>,
  drip: Key,
  until: Day,
  env: Pick<Env, "today">,
): void {
  const only = ({ key }: Drip) => key === drip;
  const agenda = openAgenda(work, { until, today: env.today, notBefore: null, rows: [], only });
  liveDays({ work, env, run: "", agenda }, stepsOfDrips);
}

function liveDays<L extends DripLife>(
  life: L,
  steps: readonly DayStep<L>[],
  atMost = Number.POSITIVE_INFINITY,
): Advanced {
  const { agenda } = life;
  const counts = { ...noDayEvents };
  let done = 0;
  for (let day = agenda.next(); day !== undefined; day = agenda.next()) {
    for (const step of steps) {
      for (const act of step.live(life, day)) {
        if (done === atMost) {
          const stoppedAt = agenda.holdsEarlier(day) ? day : null;
          return { counts, more: true, stoppedAt, waiting: [] };
        }
        counts[act()]++;
        done++;
      }
    }
    agenda.close(day);
  }
  return { counts, more: false, stoppedAt: null, waiting: [] };
}

function beginLife(work: Work, until: Day, env: Pick<Env, "today">, options: AdvanceOptions): Life {
  const { run = "", watch = {}, joinedOn = () => until, days = [], asBlank } = options;
  if (!options.rows) addFoundByCode(work, until);
  const agenda = openAgenda(work, {
    until,
    today: env.today,
    notBefore: stoppedAt(work),
    rows: placedRows(work, env.today, joinedOn, options.rows, options.places),
    only: options.drips,
  });
  for (const day of [...days, until]) agenda.visit(day);
  const judging = prepareJudging(work, env, run, watch, asBlank);
  reportRefunds(work);
  const { find = createFinder(work), before } = options;
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
    agenda,
    find,
    // A simulation gives rows that were judged, without their markers.
    takenKey: options.rows ? () => undefined : createTakenKeys(work),
    joinedOn,
    judging,
    watch,
    before,
    waiting,
    report,
  };
}
