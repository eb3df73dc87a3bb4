import type { Day } from "../kernel/day";
import type { Program } from "../program/program";
import { begin, type Work } from "../program/work";
import { type AdvanceOptions, advance } from "../timeline/advance";
import type { Watch } from "../timeline/life";
import { setLivedUntil } from "../timeline/lived-until";
import type { Waiting } from "../timeline/waiting";

/** One going through the days, as one run or several, none going back behind another, went through them. */
export interface Pass extends Omit<AdvanceOptions, "watch"> {
  readonly until: Day;
  /** The real day meanwhile; the last one where it is left out. */
  readonly today?: Day;
  /** The last day lived before; as the program says where it is left out. */
  readonly after?: Day;
}
/** What is supposed: a program as it begins, and what is lived on a copy of it. */
export interface Scenario {
  readonly program: Program;
  /** Asked for one after the other, each once the one before is lived. */
  readonly passes: (work: Work) => Iterable<Pass>;
}

/**
 * Lives days on a copy of a program, with the steps of a live run; the program stays as it is. Backtest, try it, judge
 * again, preview and forecast are this on scenarios of their own: nothing is calculated in two ways (TRIG-26). `work` is the
 * program at the end, of which nothing is written; `waiting` are the rows that could not be lived at their place, and why.
 */
export function simulate({ program, passes }: Scenario, watch: Watch = {}) {
  const work: Work = begin(program);
  const waiting: Waiting[] = [];
  for (const { until, today = until, after, ...options } of passes(work)) {
    if (after !== undefined) setLivedUntil(work, after);
    waiting.push(...advance(work, until, { today }, { ...options, watch }).waiting);
  }
  return { work, waiting };
}
