import { barOf } from "../judging/guards";
import { type JudgedEvent, type Judging, judgeEvent } from "../judging/judge-event";
import { countEvent, judgeAndMark } from "../judging/judge-events";
import { openTo } from "../judging/matching";
import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import type { Program } from "../program/program";
import { begin, type Work } from "../program/work";
import type { JudgedRules, JudgedTest } from "../rules/explain";
import type { Catalogue } from "../rules/facts";
import { factsAt } from "../rules/facts-at";
import { type Missing, missingIn } from "../rules/missing";
import type { ProgramEvent } from "../rules/program-event";
import { judgedTree } from "../rules/rule-lines";
import type { CompiledTrigger } from "../triggers/compile-triggers";
import { probed } from "../triggers/probe";
import { pastOf, tableOfEvent } from "./past";
import { asOfToday, atItsPlace, eventOf, withoutMade } from "./placed";
import { walk } from "./walk";

/** A trigger tried on an event. */
export interface Tried {
  readonly trigger: CompiledTrigger["trigger"];
  readonly rules: JudgedRules | JudgedTest;
  /** The fewest conditions in the way; none where the rules hold. */
  readonly missing: readonly Missing[] | undefined;
  /** What closed the trigger to the event, whatever its rules say. */
  readonly closed: string | undefined;
  /** What it would do; undefined where it would not act. */
  readonly said: string | undefined;
}
export interface Trial {
  readonly event: ProgramEvent;
  readonly judged: JudgedEvent;
  readonly tried: readonly Tried[];
}
export interface Trials {
  /** By table and key; an event that waits, or is none, is missing. */
  readonly of: ReadonlyMap<string, Trial>;
  /** The program with what the chosen events would make, and without what they made. */
  readonly work: Work;
  readonly catalogue: Catalogue;
}
export const placeOf = (kind: ProgramEvent["kind"], key: Key): string =>
  `${tableOfEvent[kind]} ${key}`;

/**
 * Judges chosen events as of their place in the order, by the triggers, groups and columns of now: what they made
 * is taken away first, all else stands. Nothing is written. Events before `start` earn nothing.
 */
export function trialsOf(
  program: Program,
  env: Env,
  chosen: ReadonlySet<string>,
  start: Day,
): Trials {
  const past = pastOf(program, env.today);
  const settings = { ...program.settings, programStart: start };
  const bare = withoutMade({ ...past.program, settings }, chosen);
  const now: Work = begin(program);
  const trials = new Map<string, Trial>();
  let looks = new Map<Key, Pick<Tried, "rules" | "missing">>();
  let catalogue: Catalogue = new Map();
  const events = past.steps.flatMap((step) => step.events);
  const later = new Set(events.map(({ event }) => event.key));
  const tellsOfNew = events.some(
    ({ event, isNew }) => isNew && chosen.has(placeOf(event.kind, event.key)),
  );
  const work = walk({ ...past, program: bare }, env, {
    triggers: (compiled) => {
      catalogue = compiled.catalogue;
      return probed(compiled, ({ trigger, conditions }, facts) => {
        if (!looks.has(trigger.key)) looks.set(trigger.key, look(conditions, facts));
      });
    },
    visit: (judging, event, known) => {
      const place = placeOf(event.kind, event.key);
      later.delete(event.key);
      if (!chosen.has(place)) {
        if (known.isNew && tellsOfNew) judgeAndMark(judging, event);
        else countEvent(judging, event);
        return false;
      }
      countEvent(judging, event);
      looks = new Map();
      const seen = asOfToday(now, known);
      const placed = atItsPlace(judging, now, env, (reward) => later.has(eventOf(reward)));
      const judged = judgeEvent(placed, seen, { hasMoved: false });
      const tried = judging.triggers.of(event.kind).map((compiled): Tried => {
        const { trigger, conditions } = compiled;
        const at = judged.matched.indexOf(trigger.key);
        const facts = factsAt(seen, catalogue, placed.ledger, program.context);
        return {
          trigger,
          ...(looks.get(trigger.key) ?? look(conditions, facts)),
          closed: looks.has(trigger.key) ? undefined : closedBy(placed, compiled, seen),
          said: judged.said[at],
        };
      });
      trials.set(place, { event: seen, judged, tried });
      return trials.size === chosen.size;
    },
  });
  return { of: trials, work, catalogue };
}

const look = (conditions: CompiledTrigger["conditions"], facts: ReturnType<typeof factsAt>) => ({
  rules: judgedTree(conditions, facts),
  missing: missingIn(conditions, facts),
});

function closedBy(judging: Judging, { trigger }: CompiledTrigger, event: ProgramEvent): string {
  const bar = barOf(event, judging);
  if (bar !== undefined) return bar;
  const open = openTo(judging.work, trigger, event);
  return "closed" in open ? open.closed : `an earlier trigger of the set “${trigger.set}” acts`;
}
