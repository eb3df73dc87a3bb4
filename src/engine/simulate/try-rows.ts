import { countsOf } from "../judging/count";
import { blockReason } from "../judging/guards";
import { type JudgedEvent, type Judging, judgeEvent } from "../judging/judge-event";
import { judgeAndMark } from "../judging/judge-events";
import { markAsLived } from "../judging/mark";
import { openTo } from "../judging/matching";
import { type Undecided, undecidedBy } from "../judging/undecided";
import { type Day, monthOf } from "../kernel/day";
import { eventIn, type Key } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import type { Work } from "../program/work";
import { mainReward, netAmount } from "../rewards/net";
import { factsAt } from "../rules/facts-at";
import { type Missing, missingIn } from "../rules/missing";
import type { ProgramEvent } from "../rules/program-event";
import { judgedTree } from "../rules/rule-lines";
import { keepFound } from "../sales/found-by-code";
import { isRefund } from "../sales/refund-row";
import type { Reward } from "../tables";
import type { JudgedRules, JudgedTest } from "../tables/packed/why";
import type { Life, Watch } from "../timeline/life";
import type { LivedRow } from "../timeline/place";
import {
  type DayEvent,
  type DayStep,
  eventsAndRefunds,
  readyEvent,
  refund,
  waitsForCell,
} from "../timeline/steps";
import type { CompiledTrigger } from "../triggers/compile-triggers";
import { withTriggerUnderTest } from "../triggers/probe";
import { placeOf } from "./bare";
import type { PastRow } from "./past";

/** A trigger tried on an event. */
export interface Tried {
  readonly trigger: CompiledTrigger["trigger"];
  readonly rules: JudgedRules | JudgedTest;
  /** The fewest conditions in the way; none where the rules hold. */
  readonly missing: readonly Missing[] | undefined;
  /** What closed the trigger to the event, whatever its rules say. */
  readonly closed: Sentence | undefined;
  /** What it would do; undefined where it would not act. */
  readonly said: Sentence | undefined;
}
export interface Trial {
  readonly event: ProgramEvent;
  readonly judged: JudgedEvent;
  /** The cell with an error value for which it waits, or would (CELL-2). */
  readonly undecided: Undecided | undefined;
  readonly tried: readonly Tried[];
}
type Looks = Map<Key, Pick<Tried, "rules" | "missing">>;
interface TrialState {
  readonly chosen: ReadonlySet<string>;
  /** The rows that are lived again, or for the first time, by name. */
  readonly lived: ReadonlyMap<string, PastRow>;
  /** The keys of those whose turn has not come. */
  readonly later: Set<Key>;
  /** A chosen row is still to be lived: then what is lived before it counts as well. */
  readonly tellsOfNew: boolean;
  /** How each trigger looked at the event that is judged. */
  readonly looks: Looks;
  readonly trials: Map<string, Trial>;
}

/**
 * The day's step that judges chosen rows, while those lived before count as they did, and who looks on meanwhile. Rows
 * go by `placeOf`, and so do the trials that come of it.
 */
export function tryRows(chosen: ReadonlySet<string>, lived: ReadonlyMap<string, PastRow>) {
  const looks: Looks = new Map();
  const trials = new Map<string, Trial>();
  const state: TrialState = {
    chosen,
    lived,
    later: new Set([...lived.values()].map(({ of }) => of.row.key)),
    tellsOfNew: [...lived].some(([name, row]) => !row.marker && chosen.has(name)),
    looks,
    trials,
  };
  const step: DayStep = {
    ...eventsAndRefunds,
    *live(life, day) {
      for (const { table, row } of life.agenda.rowsOf(day)) {
        state.later.delete(row.key);
        const now = { table, row: life.work.get(table, row.key) } as unknown as LivedRow;
        yield () => tryRow(state, life, now, day);
      }
    },
  };
  const watch: Watch = {
    triggers: (compiled) =>
      withTriggerUnderTest(compiled, ({ trigger, conditions }, facts) => {
        if (!looks.has(trigger.key)) looks.set(trigger.key, look(conditions, facts));
      }),
  };
  return { step, watch, trials };
}

function tryRow(state: TrialState, life: Life, of: LivedRow, day: Day): DayEvent {
  const { chosen, tellsOfNew } = state;
  const name = placeOf(of.table, of.row.key);
  const row = state.lived.get(name);
  const isChosen = chosen.has(name);
  const event = readyEvent(life, of);
  const sale = of.table === "transactions" && isRefund(of.row) ? of.row.refundOf : null;
  if (sale !== null && chosen.has(placeOf("transactions", sale))) return refund(life, of, day);
  if (row?.marker && (sale !== null || !isChosen)) return reinstate(life.work, row);
  if (sale !== null || ("kind" in event && event.kind === "refund")) return "none";
  const waits =
    "waits" in event
      ? event.waits
      : isChosen || !tellsOfNew
        ? undefined
        : waitsForCell(life, event, day);
  if ("waits" in event || waits !== undefined) {
    life.waiting.push({ of, why: waits ?? "" });
    return "none";
  }
  if (isChosen) state.trials.set(name, judgeOnTrial(state, { ...life.judging, day }, event));
  else if (tellsOfNew) judgeAndMark({ ...life.judging, day }, event);
  else markAsLived(life.judging, event);
  return "judged";
}

function judgeOnTrial({ later, looks }: TrialState, now: Judging, event: ProgramEvent): Trial {
  const judging = atItsPlace(now, event, later);
  const undecided = undecidedBy(judging, event);
  looks.clear();
  keepFound(judging.work, event);
  markAsLived(judging, event);
  const judged = judgeEvent(judging, event, { hasMoved: false });
  const { catalogue } = judging.triggers;
  const tried = judging.triggers.of(event.kind).map(({ trigger, conditions }): Tried => {
    const facts = factsAt(event, catalogue, judging.counts, judging.work.program.context);
    return {
      trigger,
      ...(looks.get(trigger.key) ?? look(conditions, facts)),
      closed: looks.has(trigger.key) ? undefined : closedBy(judging, trigger, event),
      said: judged.said[judged.matched.indexOf(trigger.key)],
    };
  });
  return { event, judged, undecided, tried };
}

const look = (conditions: CompiledTrigger["conditions"], facts: ReturnType<typeof factsAt>) => ({
  rules: judgedTree(conditions, facts),
  missing: missingIn(conditions, facts),
});

/** A row that was lived counts again, as it did. */
function reinstate(work: Work, { of: { table, row } }: PastRow): DayEvent {
  const { key, judged }: { readonly key: Key } & Pick<LivedRow["row"], "judged"> = row;
  if (table === "partners") work.update(table, key, { judged });
  else work.update(table, key, { judged, judgedAs: row.judgedAs });
  return "none";
}

/** Judging at an event's place: what was granted for later events does not count for its facts. */
function atItsPlace(judging: Judging, { on }: ProgramEvent, later: ReadonlySet<Key>): Judging {
  const { work } = judging;
  const isThen = (reward: Reward): boolean =>
    reward.source === "manual" ? reward.earnedOn <= on : !later.has(eventKeyOf(reward));
  return {
    ...judging,
    counts: {
      ...countsOf(work),
      rewardsOfPartner: (partner, currency, month) =>
        work
          .where("rewards", "partner", partner)
          .filter((row) => row.currency === currency)
          .reduce((sum, row) => {
            const reward = mainReward(work, row);
            const isOfMonth = !month || monthOf(reward.earnedOn) === month;
            return reward.drip === null && isOfMonth && isThen(reward) ? sum + netAmount(row) : sum;
          }, 0),
    },
  };
}

/** The key of the event that a trigger's reward was made for. */
const eventKeyOf = ({ key, trigger }: Reward): Key =>
  trigger === null ? "" : (eventIn(key, trigger) ?? "");

function closedBy(
  judging: Judging,
  trigger: CompiledTrigger["trigger"],
  event: ProgramEvent,
): Sentence {
  const blocked = blockReason(event, judging);
  if (blocked !== undefined) return blocked;
  const open = openTo(judging.work, trigger, event, judging.day);
  return "closed" in open ? open.closed : `an earlier trigger of the set “${trigger.set}” acts`;
}
