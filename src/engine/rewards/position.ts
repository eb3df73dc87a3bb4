import { sumOf } from "../kernel/group-by";
import { sortBy } from "../kernel/order";
import type { Work } from "../program/work";
import type { Reward } from "../tables";
import { decisionsOf } from "./decisions";
import { isLocked } from "./final";
import { isNotDeclined } from "./grant";
import { adjustingLines, netAmount } from "./net";
import { type SaleNow, targetOf, withDecisions } from "./target";

/** What a reward and its adjusting lines come to, beside what they should come to. Minor units of its currency. */
export type Position = ReturnType<typeof positionOf>;

/**
 * Where a reward that is no line itself stands, given what its terms come to now; `sale` is its sale with what came back of
 * it, null where it has none.
 */
export function positionOf(
  work: Work<"rewards" | "invoices">,
  reward: Reward,
  calculated: number,
  sale: SaleNow | null,
) {
  const decisions = decisionsOf(reward);
  const lines = adjustingLines(work, reward.key);
  const openable = sortBy(
    lines.filter((line) => !isLocked(work, line)),
    ({ earnedOn }) => earnedOn,
  );
  const finalLines = sumOf(
    lines.filter((line) => isLocked(work, line)),
    netAmount,
  );
  const target = targetOf(calculated, decisions.typed);
  return {
    reward,
    decisions,
    isFinal: isLocked(work, reward),
    /** Its lines that are not final, whatever their status; the older first. */
    openable,
    /** Those of them that are not declined. */
    open: openable.filter(isNotDeclined),
    /** The sum of its final lines. */
    finalLines,
    /** Its row unless declined, and its final lines. */
    stood: netAmount(reward) + finalLines,
    calculated,
    target,
    /** What the net should be: the target, or what the differences let stand make of it. */
    goal: withDecisions(target, decisions.letStand),
    sale,
    hasRefunds: sale === null ? reward.refunds !== null : sale.refunded > 0,
  };
}
