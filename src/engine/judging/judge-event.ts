import type { Acted } from "../actions/action";
import { definitionOf } from "../actions/index";
import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import { listed, say } from "../kernel/say";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Counts } from "../rules/counts";
import { explain } from "../rules/explain";
import { factsAt } from "../rules/facts-at";
import type { FactsAt } from "../rules/judge";
import type { ProgramEvent } from "../rules/program-event";
import { hasCode, remarkOn } from "../sales/codes";
import { asOf } from "../tables/is-archived";
import type { Note } from "../tables/packed/why";
import type { CompiledTrigger, CompiledTriggers } from "../triggers/compile-triggers";
import { blockReason, holdReasonsOf } from "./guards";
import { openTo } from "./matching";

/** What judging one event after the other needs. */
export interface Judging {
  readonly work: Work;
  readonly env: Pick<Env, "today">;
  readonly run: string;
  /** The day that is lived, which is never before the event's own. */
  readonly day: Day;
  readonly triggers: CompiledTriggers;
  readonly counts: Counts;
  /** The number that an event's row gets, once it is marked as lived. */
  readonly numberOf: (event: ProgramEvent) => number;
  /** The last day lived when the run started: what it judges keeps it, so that it can be lived again as it was. */
  readonly livedUntil: Day;
  /** Events dated before this day are late (TIME-7). */
  readonly lateBefore: Day;
  /** Whether cells with an error value count as blank ones for an event, as a person said (CELL-2a). */
  readonly asBlank: (event: ProgramEvent) => boolean;
}
export interface JudgedEvent {
  /** The triggers that made a reward or drip. */
  readonly acted: readonly Key[];
  /** What each trigger that matched came to. */
  readonly said: readonly Sentence[];
  /** Those triggers, in the same order. */
  readonly matched: readonly Key[];
  /** What came of it, for its row. */
  readonly outcome: Sentence;
  /** The partner was moved to another group, which is an event too. */
  readonly moved: boolean;
}

/** An event between two triggers, with its facts as they are then (TIME-6). */
interface Moment {
  readonly event: ProgramEvent;
  readonly facts: FactsAt;
  readonly hasMoved: boolean;
}

/**
 * Judges one event by the active triggers, in their order, each seeing what those before did; in a set only the
 * first match acts (TRIG-6, LIMIT-1). Writes what the actions decide, but not the event's own row. With `hasMoved`
 * the event is itself a move's, and a second move is refused.
 */
export function judgeEvent(
  judging: Judging,
  event: ProgramEvent,
  { hasMoved }: { readonly hasMoved: boolean },
): JudgedEvent {
  const blocked = blockReason(event, judging);
  const remark =
    event.transaction && remarkOn(judging.work, event.transaction, event.partner?.key ?? null);
  const remarked = (outcome: Sentence): Sentence =>
    remark ? say`${outcome} · ${remark}` : outcome;
  if (blocked !== undefined) {
    return { acted: [], said: [], matched: [], outcome: remarked(blocked), moved: false };
  }
  const acted: Key[] = [];
  const said: Sentence[] = [];
  const matched: Key[] = [];
  const taken = new Set<string>();
  let moment = momentOf(judging, event, hasMoved);
  for (const compiled of judging.triggers.of(event.kind)) {
    const { key, name, set } = compiled.trigger;
    if (set !== null && taken.has(set)) continue;
    const result = tryTrigger(judging, compiled, moment);
    if (!result) continue;
    if (set !== null) taken.add(set);
    if (result.made) acted.push(key);
    matched.push(key);
    said.push(say`“${name}” ${result.said}`);
    if (result.made || result.moved) {
      moment = momentOf(judging, event, moment.hasMoved || result.moved === true);
    }
  }
  const outcome = said.length === 0 ? "no trigger matched" : say`${listed(said, " · ")}`;
  return {
    acted,
    said,
    matched,
    outcome: remarked(isTest(event) ? say`test: ${outcome}` : outcome),
    moved: moment.hasMoved && !hasMoved,
  };
}

const isTest = ({ transaction, customer, partner }: ProgramEvent): boolean =>
  transaction?.test === true || customer?.test === true || partner?.test === true;

/** The code by which the customer came to the partner, for *Why* (IMPORT-6). */
const foundBy = ({ program }: Work, { customer, partner }: ProgramEvent): readonly Note[] =>
  customer?.code &&
  partner &&
  customer.partner === partner.key &&
  hasCode(program, partner.key, customer.code)
    ? [{ kind: "code", code: customer.code }]
    : [];

/** The event with its partner and customer as of its date: archived later, they are active still (TIME-4). */
export function momentOf(
  { work, triggers, counts, asBlank }: Judging,
  event: ProgramEvent,
  hasMoved: boolean,
): Moment {
  const partner = work.get("partners", event.partner?.key ?? null) ?? null;
  const { customer, on } = event;
  const now = {
    ...event,
    partner: partner && asOf(partner, on),
    customer: customer && asOf(customer, on),
  };
  return {
    event: now,
    facts: factsAt(now, triggers.catalogue, counts, work.program.context, asBlank(event)),
    hasMoved,
  };
}

/** Lets one trigger act if it is open to the event and its rules hold; undefined where they don't. */
function tryTrigger(
  judging: Judging,
  { trigger, does, outlook, judge }: CompiledTrigger,
  { event, facts, hasMoved }: Moment,
): Acted | undefined {
  const { work, run, lateBefore } = judging;
  const open = openTo(work, trigger, event, judging.day);
  if ("closed" in open || event.partner === null) return undefined;
  const expected = outlook(facts);
  if (expected === false) return undefined;
  // It could be decided when the event's turn came, but an earlier trigger changed that: say so, and leave it to a person.
  if (expected === undefined) return { made: false, said: "undecided: a cell is an error" };
  const { holds, conditions } = judge(facts);
  if (!holds) return undefined;
  const { key, kind, on } = event;
  const cause = { event: key, kind, on, trigger: trigger.key, version: trigger.version };
  return definitionOf(does).act(does.parameters, {
    work,
    run,
    by: PROGRAM,
    trigger,
    event,
    partner: event.partner,
    customer: event.customer,
    // A sale is judged at its own amount; its refunds work after it (TIME-5).
    net: event.transaction?.amount ?? 0,
    hold: holdReasonsOf(work, event, event.partner, lateBefore),
    isTest: isTest(event),
    asBlank: judging.asBlank(event),
    hasMoved,
    why: (sum, notes) => {
      const all = [...foundBy(judging.work, event), ...open.notes, ...notes];
      return explain({ ...cause, sum, notes: all.length > 0 ? all : null }, conditions);
    },
  });
}
