import { endCells, endOf } from "../drips/end";
import { endDrip, endPause } from "../drips/end-drip";
import { endIfRefunded } from "../drips/end-drips";
import { insertDrip } from "../drips/frozen-terms";
import { occurrencesDue } from "../drips/occurrences";
import { isOver } from "../drips/parts";
import { priceOf, rateOf } from "../drips/price";
import { listParts } from "../drips/skipped";
import { type Key, replacedDripKey } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import { say } from "../kernel/say";
import type { Work } from "../program/work";
import { sumInWords } from "../rules/explain-words";
import type { Drip, Partner } from "../tables";
import { endInWords } from "../tables/packed/end-reason";
import { catchUp } from "../timeline/advance";
import { type Again, type Difference, JUDGED_AGAIN } from "./judge-again";

/** Where judging again began drips in another's place, the last one runs. */
function latest(work: Work, key: Key): Drip | undefined {
  const drip = work.get("drips", key);
  return drip ? (latest(work, replacedDripKey(key)) ?? drip) : undefined;
}

function promise(drip: Drip): Sentence {
  const isSplit = drip.mode === "split a total";
  const each = rateOf(priceOf(drip));
  return sumInWords({ kind: "promise", each, n: drip.occurrences, isSplit }, drip.currency);
}

/**
 * What differs in one drip. A running one keeps its terms; a new one starts only where the person ends the old one
 * in the same step, and makes only what falls due after today (JUDGE-19).
 */
export function compareDrip(
  again: Again,
  key: Key,
  after: Drip | undefined,
  ends: (key: Key) => boolean,
): Difference | undefined {
  const { work } = again;
  const before = latest(work, key);
  const drip = before ?? after;
  if (!drip) return undefined;
  const tell = (
    kind: Difference["kind"],
    to: Drip | undefined,
    carryOut: () => void,
    note?: string,
  ): Difference => ({
    kind,
    what: "drip",
    key: drip.key,
    partner: (to ?? drip).partner,
    from: before ? promise(before) : null,
    to: to ? promise(to) : null,
    byAdjustment: false,
    note: note ?? null,
    carryOut,
  });
  if (!before) return tell("added", drip, () => start(again, drip, key, false));
  if (!ends(before.key) || isOver(before)) {
    const note = isOver(before)
      ? "it is over"
      : after
        ? "it keeps its terms unless it is ended in the same step"
        : "it would not start now; it goes on unless it is ended in the same step";
    const kept = tell("kept", before, () => undefined, note);
    return isOver(before) ? kept : { ...kept, mayEnd: true };
  }
  if (!after) return tell("ended", undefined, () => end(again, before));
  const note = "the old one ends today; the new one makes what falls due after today";
  const replace = () => {
    end(again, before);
    start(again, after, replacedDripKey(before.key), true);
  };
  return tell("re-priced", after, replace, note);
}

function end({ work, today: on, by }: Again, drip: Drip): void {
  endDrip(work, drip, { on, reason: { cause: "words", said: JUDGED_AGAIN }, by });
  endPause(work, drip.key, on);
  catchUp(work, drip.key, on, { today: on });
}

/** Starts it; one that follows another forfeits what fell due until today, which that other one made. */
function start({ work, today }: Again, drip: Drip, key: Key, follows: boolean): void {
  const due = follows ? occurrencesDue(drip, { until: today }).map(({ k }) => k) : [];
  const skipped = listParts(due);
  insertDrip(work, {
    ...drip,
    key,
    issued: 0,
    settled: due.length,
    skipped,
    ...endCells(null),
    endings: null,
    run: null,
  });
  endIfRefunded(work, key);
  catchUp(work, key, today, { today });
}

/** A drip of the customer's that a trigger's action would end. */
export function compareEnd(again: Again, after: Drip): Difference | undefined {
  const before = again.work.get("drips", after.key);
  const end = endOf(after);
  if (!before || !end || (before.endsOn !== null && before.endsOn <= end.on)) return undefined;
  return {
    kind: "ended",
    what: "drip",
    key: after.key,
    partner: after.partner,
    from: promise(before),
    to: say`ends on ${{ day: end.on }}`,
    byAdjustment: false,
    note: end.reason && endInWords(end.reason),
    carryOut: () => void endDrip(again.work, before, { ...end, by: end.by ?? again.by }),
  };
}

/** A partner whom a trigger's action would move; the next run judges the change as an event. */
export function compareGroup(again: Again, { key, group }: Partner): Difference | undefined {
  const before = again.work.get("partners", key);
  if (!before || before.group === group) return undefined;
  return {
    kind: "moved",
    what: "partner",
    key,
    partner: key,
    from: before.group,
    to: group,
    byAdjustment: false,
    note: null,
    carryOut: () => void again.work.update("partners", key, { group }),
  };
}
