import { countsOf } from "../judging/count";
import { eventOf, tableOfEvent } from "../judging/events";
import { blockReason } from "../judging/guards";
import { type JudgedEvent, type Judging, judgeEvent } from "../judging/judge-event";
import { judgeAndMark } from "../judging/judge-events";
import { markAsLived } from "../judging/mark";
import { openTo } from "../judging/matching";
import { type Undecided, undecidedBy } from "../judging/undecided";
import { type Day, monthOf } from "../kernel/day";
import type { Env } from "../kernel/env";
import {
  dripKey,
  eventIn,
  firstDripKey,
  firstRewardKey,
  type Key,
  rewardKey,
} from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import type { Program } from "../program/program";
import { begin, type Work } from "../program/work";
import { adjustedReward, netAmount } from "../rewards/net";
import type { Catalogue } from "../rules/facts";
import { factsAt } from "../rules/facts-at";
import { type Missing, missingIn } from "../rules/missing";
import type { ProgramEvent } from "../rules/program-event";
import { judgedTree } from "../rules/rule-lines";
import { isRefund } from "../sales/refund-row";
import { createFinder } from "../sales/who";
import type { Reward } from "../tables";
import type { JudgedRules, JudgedTest } from "../tables/packed/why";
import { prepareJudging } from "../timeline/life";
import { dayOfPlace, type LivedRow } from "../timeline/place";
import { countRefund } from "../timeline/refunds";
import { waitsFor } from "../timeline/waiting";
import type { CompiledTrigger } from "../triggers/compile-triggers";
import { withTriggerUnderTest } from "../triggers/probe";
import { placeOf, withoutLived, withRecords } from "./bare";
import { type PastRow, pastOf } from "./past";

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
export interface Trials {
  /** By `placeOf` of the event's row; an event that waits, or is none, is missing. */
  readonly of: ReadonlyMap<string, Trial>;
  /** What chosen rows wait for that can't be judged yet. */
  readonly waiting: ReadonlyMap<string, Sentence>;
  /** The program with what the chosen events would make, and without what they made. */
  readonly work: Work;
  readonly catalogue: Catalogue;
}
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
  env: Pick<Env, "today">,
  chosen: ReadonlySet<string>,
  start: Day,
): Trials {
  const all = pastOf(program, env.today).passes.flatMap((pass) => pass.rows);
  const first = all.findIndex((row) => chosen.has(nameOf(row)));
  const rows = all.filter((row, i) => !row.marker || (first >= 0 && i >= first));
  const names = new Set(rows.map(nameOf));
  const bare = withoutLived(program, (table, key) => names.has(placeOf(table, key)), env.today);
  const settings = { ...program.settings, programStart: start };
  const work: Work = begin(withoutMade({ ...bare, settings }, chosen));
  const trials = new Map<string, Trial>();
  const waiting = new Map<string, Sentence>();
  let looks: Looks = new Map();
  const prepared = prepareJudging(work, env, "trial", {
    triggers: (compiled) =>
      withTriggerUnderTest(compiled, ({ trigger, conditions }, facts) => {
        if (!looks.has(trigger.key)) looks.set(trigger.key, look(conditions, facts));
      }),
  });
  const { catalogue } = prepared.triggers;
  const later = new Set(rows.map(({ of }) => of.row.key));
  const find = createFinder(work);
  const tellsOfNew = rows.some((row) => !row.marker && chosen.has(nameOf(row)));
  const judgeChosen = (row: PastRow, event: ProgramEvent): void => {
    const judging = atItsPlace({ ...prepared, day: dayOfPlace(row.place) }, event, later);
    const undecided = undecidedBy(judging, event);
    looks = new Map();
    markAsLived(judging, event);
    const judged = judgeEvent(judging, event, { hasMoved: false });
    const tried = judging.triggers.of(event.kind).map(({ trigger, conditions }): Tried => {
      const facts = factsAt(event, catalogue, judging.counts, program.context);
      return {
        trigger,
        ...(looks.get(trigger.key) ?? look(conditions, facts)),
        closed: looks.has(trigger.key) ? undefined : closedBy(judging, trigger, event),
        said: judged.said[judged.matched.indexOf(trigger.key)],
      };
    });
    trials.set(nameOf(row), { event, judged, undecided, tried });
  };
  const judgeNow = (row: PastRow, of: LivedRow): void => {
    const event = eventOf(work, find, of, () => row.run.day);
    const isChosen = chosen.has(nameOf(row));
    const judging = { ...prepared, day: dayOfPlace(row.place) };
    const waits =
      "waits" in event
        ? event.waits
        : (waitsFor(work, of, env.today) ??
          (isChosen || !tellsOfNew ? undefined : undecidedBy(judging, event)?.waits));
    if ("waits" in event || waits !== undefined) {
      waiting.set(nameOf(row), waits ?? "");
      return;
    }
    if (isChosen) judgeChosen(row, event);
    else if (tellsOfNew) judgeAndMark(judging, event);
    else markAsLived(prepared, event);
  };
  for (const row of rows) {
    later.delete(row.of.row.key);
    const of = rowNow(work, row);
    if (of.table === "transactions" && isRefund(of.row)) {
      if (chosen.has(placeOf("transactions", of.row.refundOf ?? ""))) {
        countRefund(work, of.row, { today: env.today, run: "trial" });
      } else if (row.marker) reinstate(work, row);
    } else if (row.marker && !chosen.has(nameOf(row))) reinstate(work, row);
    else judgeNow(row, of);
  }
  return { of: trials, waiting, work, catalogue };
}

type Looks = Map<Key, Pick<Tried, "rules" | "missing">>;

const look = (conditions: CompiledTrigger["conditions"], facts: ReturnType<typeof factsAt>) => ({
  rules: judgedTree(conditions, facts),
  missing: missingIn(conditions, facts),
});

const rowNow = (work: Work, { of: { table, row } }: PastRow): LivedRow =>
  ({ table, row: work.get(table, row.key) }) as unknown as LivedRow;

/** A row that was lived counts again, as it did. */
function reinstate(work: Work, { of: { table, row } }: PastRow): void {
  const { key, judged }: { readonly key: Key } & Pick<LivedRow["row"], "judged"> = row;
  if (table === "partners") work.update(table, key, { judged });
  else work.update(table, key, { judged, judgedAs: row.judgedAs });
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
            const reward = adjustedReward(row, (key) => work.get("rewards", key));
            const isOfMonth = !month || monthOf(reward.earnedOn) === month;
            return reward.drip === null && isOfMonth && isThen(reward) ? sum + netAmount(row) : sum;
          }, 0),
    },
  };
}

/** The key of the event that a trigger's reward was made for. */
const eventKeyOf = ({ key, trigger }: Reward): Key =>
  trigger === null ? "" : (eventIn(key, trigger) ?? "");

/** The program without what triggers made for these rows. */
function withoutMade(program: Program, chosen: ReadonlySet<string>): Program {
  const keys = [...chosen].map((name) => name.slice(name.indexOf(" ") + 1));
  const isMade = (made: (event: Key, trigger: Key) => Key) => {
    return ({ key, trigger }: { readonly key: Key; readonly trigger: Key | null }): boolean =>
      trigger !== null &&
      keys.some((event) => key.includes(event) && firstRewardKey(key) === made(event, trigger));
  };
  const isReward = isMade(rewardKey);
  const isDrip = isMade(dripKey);
  // Parts of such a drip and lines of such a reward go with it.
  const isOfThem = ({ key, adjusts, trigger }: Reward): boolean => {
    const made = adjusts ?? key;
    const drip = firstDripKey(made.replace(/#\d+$/, ""));
    return isReward({ key: made, trigger }) || isDrip({ key: drip, trigger });
  };
  return withRecords(
    withRecords(program, "rewards", (each) => (isOfThem(each) ? undefined : each)),
    "drips",
    (each) => (isDrip(each) ? undefined : each),
  );
}

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
