import type { Work } from "../program/work";
import type { Reward } from "../tables";
import { type LetStand, noDecisions } from "../tables/packed/decisions";
import { changeReward } from "./change-reward";
import { calculatedOf, decisionsOf, isDeclinedByProgram } from "./decisions";
import { isLocked } from "./final";
import { isNotDeclined } from "./grant";
import { adjustingLines, netAmount, netOf } from "./net";

/**
 * Takes over the lines that earlier releases made, one a refund or edit, several a reward: what people typed or judged
 * again then counts as typed, a refund's line that a person declined as let stand. Done once: a line without
 * decisions is such a line (UPGRADE-7). The reward as it is then.
 */
export function adoptEarlierLines(work: Work<"rewards" | "invoices">, reward: Reward): Reward {
  const all = adjustingLines(work, reward.key);
  const earlier = all.filter(({ decisions }) => decisions === null);
  if (earlier.length === 0) return reward;
  // A refund's line, declined or not, told how much less the terms came to by that refund.
  const calculated = earlier
    .filter((line) => line.refunds !== null && !isDeclinedByProgram(line))
    .reduce((sum, line) => sum + calculatedOf(line), calculatedOf(reward));
  const isByHand = earlier.some((line) => isNotDeclined(line) && isTyped(line));
  const net = netOf(work, reward);
  const decisions = decisionsOf(reward);
  const letStand = letStandOf(work, reward, all);
  for (const line of earlier) changeReward(work, line, { decisions: noDecisions });
  return changeReward(work, reward, {
    calculated: calculated === reward.amount ? null : calculated,
    decisions: {
      ...decisions,
      typed: isByHand ? { amount: net, calculated } : decisions.typed,
      letStand: letStand.length > 0 ? letStand : decisions.letStand,
    },
  });
}

/** Made by no refund, or changed by hand. */
const isTyped = ({ refunds, calculated }: Reward): boolean =>
  refunds === null || calculated !== null;

/** Each such line was declined at what stood then: the row and the final lines before it. */
function letStandOf(
  work: Work<"invoices">,
  reward: Reward,
  lines: readonly Reward[],
): readonly LetStand[] {
  const found: LetStand[] = [];
  let stood = netAmount(reward);
  for (const line of [...lines].sort((a, b) => (a.earnedOn < b.earnedOn ? -1 : 1))) {
    const isByPerson = line.status === "declined" && !isDeclinedByProgram(line);
    if (isByPerson && line.decisions === null && line.refunds !== null) {
      found.push({ line: line.key, declined: stood + line.amount, stood });
    } else if (isLocked(work, line)) stood += netAmount(line);
  }
  return found;
}
