import { sumOf } from "../kernel/group-by";
import type { Work } from "../program/work";
import type { Reward } from "../tables";
import type { Decisions } from "../tables/packed/decisions";
import { decisionsOf } from "./decisions";
import { isLocked } from "./final";
import { isNotDeclined } from "./grant";
import { adjustingLines, netAmount } from "./net";
import { type SaleNow, targetOf, withDecisions } from "./target";

/** What a reward and its adjusting lines come to, beside what they should come to. Minor units of its currency. */
export interface Position {
  readonly reward: Reward;
  readonly decisions: Decisions;
  readonly isFinal: boolean;
  /** Its lines that are not final, whatever their status; the older first. */
  readonly openable: readonly Reward[];
  /** Those of them that are not declined. */
  readonly open: readonly Reward[];
  /** The sum of its final lines. */
  readonly finalLines: number;
  /** Its row unless declined, and its final lines. */
  readonly stood: number;
  readonly calculated: number;
  readonly target: number;
  /** What the net should be: the target, or what the differences let stand make of it. */
  readonly goal: number;
  /** Its sale with what came back of it; null where it has none. */
  readonly sale: SaleNow | null;
  readonly hasRefunds: boolean;
}

/** Where a reward that is no line itself stands, given what its terms come to now. */
export function positionOf(
  work: Work<"rewards" | "invoices">,
  reward: Reward,
  calculated: number,
  sale: SaleNow | null,
): Position {
  const decisions = decisionsOf(reward);
  const lines = adjustingLines(work, reward.key);
  const openable = lines.filter((line) => !isLocked(work, line)).sort(olderFirst);
  const finalLines = sumOf(
    lines.filter((line) => isLocked(work, line)),
    netAmount,
  );
  const target = targetOf(calculated, decisions.typed);
  return {
    reward,
    decisions,
    isFinal: isLocked(work, reward),
    openable,
    open: openable.filter(isNotDeclined),
    finalLines,
    stood: netAmount(reward) + finalLines,
    calculated,
    target,
    goal: withDecisions(target, decisions.letStand),
    sale,
    hasRefunds: sale === null ? reward.refunds !== null : sale.refunded > 0,
  };
}

const olderFirst = (a: Reward, b: Reward): number =>
  a.earnedOn === b.earnedOn ? 0 : a.earnedOn < b.earnedOn ? -1 : 1;
