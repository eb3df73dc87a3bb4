import type { Day } from "../kernel/day";
import { continuedDripKey, dripBefore, type Key, replacedDripKey } from "../kernel/keys";
import type { Work } from "../program/work";
import type { Drip } from "../tables";
import { endCells } from "./end";
import { dueDate } from "./occurrences";
import { lastToMake } from "./parts";
import { listParts, skippedOf } from "./skipped";

/**
 * The drip that goes on from an ended one: the occurrences that were never made, on the old grid of dates, from the
 * first date not yet past (DRIP-33). Undefined where nothing is left, or its only date is past.
 */
export function continuationOf(drip: Drip, today: Day): Drip | undefined {
  const after = lastToMake(drip);
  if (after >= drip.occurrences) return undefined;
  let { later } = drip;
  while (dueDate({ ...drip, later }, after + 1) < today) {
    if (drip.cycle === 0) return undefined;
    later++;
  }
  return {
    ...drip,
    key: continuedDripKey(drip.key),
    continues: drip.key,
    issued: after,
    settled: after,
    after,
    later,
    skipped: listParts([...skippedOf(drip)].filter((k) => k > after)),
    emptyParts: null,
    pausedOn: null,
    ...endCells(null),
    run: null,
    problems: null,
  };
}

/** The drip that makes what this one has left: it continues it, or judging again put it in its place. */
export const successorOf = (work: Work<"drips">, drip: Key): Key | undefined =>
  [continuedDripKey(drip), replacedDripKey(drip)].find((key) => work.has("drips", key));

/**
 * The drips that have such a successor, for who asks it of every drip: among tens of thousands, looking for each key costs more
 * than all else. Holds while none is inserted.
 */
export function followedDrips(work: Work<"drips">): ReadonlySet<Key> {
  const { byKey } = work.program.tables.drips as { readonly byKey: ReadonlyMap<Key, unknown> };
  const made = work.all("drips").map(({ key }) => key);
  return new Set([...byKey.keys(), ...made].flatMap((key) => dripBefore(key) ?? []));
}
