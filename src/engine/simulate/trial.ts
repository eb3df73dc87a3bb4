import { tableOfEvent } from "../judging/events";
import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import { eventIn, firstDripKey, type Key, readRewardKey, rewardKeyIn } from "../kernel/keys";
import type { Program } from "../program/program";
import { begin } from "../program/work";
import { factsOf } from "../rules/facts";
import type { ProgramEvent } from "../rules/program-event";
import { isOfGone } from "../sales/counters";
import type { Drip, Reward } from "../tables";
import { dayOfPlace } from "../timeline/place";
import { placeOf, withoutLived, withRecords } from "./bare";
import { type PastRow, pastOf } from "./past";
import { type Scenario, simulate } from "./simulate";
import { tryRows } from "./try-rows";

/** Names the row of an event of a kind. */
export const nameOfEvent = (kind: ProgramEvent["kind"], key: Key): string =>
  placeOf(tableOfEvent[kind], key);

const nameOf = ({ of }: PastRow): string => placeOf(of.table, of.row.key);

/**
 * Judges chosen events at their place in the order, by the triggers, groups and columns of now: what they made is taken
 * away first, and their refunds work again after them; all else stands, but facts count only what was lived before
 * (TIME-3). Nothing is written. Events before `start` earn nothing.
 */
export function trialsOf(
  program: Program,
  { today }: Pick<Env, "today">,
  chosen: ReadonlySet<string>,
  start: Day,
) {
  const past = pastOf(program, today).passes;
  const all = past.flatMap(({ rows }) => rows);
  const first = all.findIndex((row) => chosen.has(nameOf(row)));
  const lived = new Map(
    all
      .filter((row, i) => !row.marker || (first >= 0 && i >= first))
      .map((row) => [nameOf(row), row]),
  );
  const bare = withoutLived(program, (table, key) => lived.has(placeOf(table, key)), today);
  const settings = { ...program.settings, programStart: start };
  const events = new Set(all.filter((row) => chosen.has(nameOf(row))).map(({ of }) => of.row.key));
  const { step, watch, trials } = tryRows(chosen, lived);
  const scenario: Scenario = {
    program: withoutLater(withoutMade({ ...bare, settings }, events), all[first]),
    passes: () =>
      past
        .map(({ until, rows: of }) => ({ until, of: of.filter((row) => lived.has(nameOf(row))) }))
        .filter(({ of }) => of.length > 0)
        .map(({ until, of: again }) => ({
          until,
          today,
          run: "trial",
          rows: again.map(({ of }) => of),
          places: ({ table, row }) => lived.get(placeOf(table, row.key))?.place,
          steps: [step],
          joinedOn: ({ key }) => lived.get(placeOf("partners", key))?.run.day ?? today,
        })),
  };
  const { work, waiting } = simulate(scenario, watch);
  return {
    /** By `placeOf` of the event's row; an event that waits, or is none, is missing. */
    of: trials,
    /** What chosen rows wait for that can't be judged yet. */
    waiting: new Map(waiting.map(({ of, why }) => [placeOf(of.table, of.row.key), why])),
    /** The program with what the chosen events would make, and without what they made. */
    work,
    catalogue: factsOf(program),
  };
}

/** The program in which no sale counts whose row is gone and that was later than this one. */
function withoutLater(program: Program, row: PastRow | undefined): Program {
  if (!row) return program;
  const [{ get }, day] = [begin(program), dayOfPlace(row.place)];
  const earlier = <R extends Reward | Drip>(made: R): R => {
    const on = "eventDate" in made ? made.eventDate : made.earnedOn;
    return on > day && isOfGone(made, get) ? { ...made, transaction: null } : made;
  };
  return withRecords(withRecords(program, "rewards", earlier), "drips", earlier);
}

/** The program without what triggers made for these rows. */
function withoutMade(program: Program, events: ReadonlySet<Key>): Program {
  const isMade = (made: Key, trigger: Key | null): boolean =>
    trigger !== null && events.has(eventIn(made, trigger) ?? "");
  const isDrip = ({ key, trigger }: Pick<Drip, "key" | "trigger">): boolean =>
    firstDripKey(key) === key && isMade(rewardKeyIn(key), trigger);
  // Parts of such a drip and lines of such a reward go with it.
  const isOfThem = ({ key, adjusts, trigger }: Reward): boolean => {
    const made = adjusts ?? key;
    const { drip } = readRewardKey(made);
    return isMade(drip === undefined ? made : rewardKeyIn(drip), trigger);
  };
  return withRecords(
    withRecords(program, "rewards", (each) => (isOfThem(each) ? undefined : each)),
    "drips",
    (each) => (isDrip(each) ? undefined : each),
  );
}
