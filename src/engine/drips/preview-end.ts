import type { Day } from "../kernel/day";
import type { Work } from "../program/work";
import { isNotDeclined } from "../rewards/grant";
import { netOfDripBase } from "../sales/net-of-refunds";
import type { Drip } from "../tables";
import { forfeit } from "./end-drip";
import { createsOnHold } from "./made-held";
import { dueDate } from "./occurrences";
import { partsOf } from "./parts";

/** Some occurrences: how many, their sum in minor units, and the first and the last due date. */
export type PartSum = ReturnType<typeof previewEnd>["lost"];

/**
 * What would stand of a drip, made or still to be made, and what would be lost that is to come now, if it ended
 * on that day (DRIP-25). `dueNow` is how many of those that stand the catch-up makes first, for a review.
 */
export function previewEnd(
  work: Work<"rewards" | "transactions">,
  drip: Drip,
  endsOn: Day,
  today: Day,
) {
  const made = work.where("rewards", "drip", drip.key);
  const kept = netOfDripBase(work, drip);
  const ended = { ...drip, endsOn };
  const { pausedOn } = drip;
  const skipped =
    pausedOn !== null && endsOn <= today ? forfeit(ended, pausedOn, endsOn) : drip.skipped;
  const before = new Map(partsOf(drip, made, kept).map((part) => [part.k, part]));
  const after = partsOf({ ...ended, skipped }, made, kept);
  const left = after.filter(
    ({ state, reward }) => state === "to come" || (reward !== undefined && isNotDeclined(reward)),
  );
  const lost = after.filter(
    ({ k, state }) => state !== "to come" && before.get(k)?.state === "to come",
  );
  const isDue = (k: number) => {
    const due = dueDate(drip, k);
    return due <= today && (pausedOn === null || due < pausedOn);
  };
  const due = createsOnHold(work.settings, drip)
    ? []
    : left.filter(({ k, reward, amount }) => !reward && amount !== 0 && isDue(k));
  return {
    dueNow: due.length,
    stands: sumOf(left.map(({ k, reward, amount }) => [k, reward ? reward.amount : amount])),
    lost: sumOf(lost.map(({ k }) => [k, before.get(k)?.amount ?? 0])),
  };

  function sumOf(parts: readonly (readonly [k: number, amount: number])[]) {
    const first = parts[0]?.[0];
    const last = parts[parts.length - 1]?.[0];
    return {
      count: parts.length,
      amount: parts.reduce((sum, [, amount]) => sum + amount, 0),
      from: first === undefined ? null : dueDate(drip, first),
      to: last === undefined ? null : dueDate(drip, last),
    };
  }
}
