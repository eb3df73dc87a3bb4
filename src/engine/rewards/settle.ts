import { sumOf } from "../kernel/group-by";
import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import { judgedAmountOf, refundsIn, refundsOf } from "../sales/net-of-refunds";
import { isUnreadable } from "../sales/refund-row";
import type { Reward } from "../tables";
import type { RewardTerms } from "../tables/packed/terms";
import { changeReward } from "./change-reward";
import { calculatedOf, termsOf } from "./decisions";
import { adoptEarlierLines } from "./earlier-lines";
import { holdReward } from "./hold";
import { isOverLimit } from "./limits";
import { mainReward } from "./net";
import { type Position, positionOf } from "./position";
import { type Cause, settleLine } from "./settle-line";
import { settleRow, showCalculated } from "./settle-row";
import { calculatedBy, type SaleNow } from "./target";

type Tables = "settings" | "rewards" | "invoices" | "transactions" | "triggers" | "drips";

export interface Settling extends Cause {
  /** Whether other events fill the first n of the reward's trigger (TARGET-6). */
  readonly isBeyondFirst: (reward: Reward) => boolean;
}

/**
 * Brings one reward to its target: its row while it is not final, else its one open adjusting line, held. Named by
 * its own key or a line's; done twice, it is as once (TARGET-1, TARGET-2).
 */
export function settleReward(work: Work<Tables>, key: Key, settling: Settling): void {
  const named = work.get("rewards", key);
  if (!named) return;
  const reward = mainReward(work, named);
  const terms = termsOf(reward);
  const sale = saleNow(work, reward, terms);
  if (sale === undefined) return;
  const calculated = calculatedBy(terms, sale);
  const counted = countRefunds(work, adoptEarlierLines(work, reward));
  settle(work, positionOf(work, counted, calculated, sale), settling);
}

/** Brings every reward to its target that a refund, a person or an adjusting line may have moved from it. */
export function settleRewards(work: Work<Tables>, settling: Settling): void {
  const refunded = new Set<Key | null>();
  for (const { refundOf } of work.all("transactions"))
    if (refundOf !== null) refunded.add(refundOf);
  const touched = new Set<Key>();
  for (const { key, adjusts, transaction, decisions, refunds, calculated } of work.all("rewards")) {
    const isDecided = decisions !== null || calculated !== null || refunds !== null;
    if (adjusts !== null) touched.add(adjusts);
    else if (isDecided || (transaction !== null && refunded.has(transaction))) touched.add(key);
  }
  for (const key of touched) settleReward(work, key, settling);
}

/** The same, from what its row says was calculated last: for an act that does not read the sales. */
export function settleAsCalculated(
  work: Work<"rewards" | "invoices">,
  reward: Reward,
  cause: Cause,
): void {
  const position = positionOf(work, reward, calculatedOf(reward), null);
  if (position.isFinal) settleLine(work, position, cause);
  else settleRow(work, position, { ...cause, isOver: () => false });
}

/** Holds a part that a drip, going on again, makes beyond what its limits or its first n leave by now (TARGET-6a). */
export function holdIfOver(work: Work<Tables>, reward: Reward, settling: Settling): void {
  if (isOver(work, reward, settling)) {
    holdReward(work, reward, { cause: "over its limit" }, settling.today);
  }
}

const isOver = (work: Work<Tables>, reward: Reward, { isBeyondFirst }: Settling): boolean =>
  isOverLimit(work, reward) || isBeyondFirst(reward);

function settle(work: Work<Tables>, position: Position, settling: Settling): void {
  if (position.isFinal) {
    showCalculated(work, position);
    settleLine(work, position, settling);
  } else {
    const { today } = settling;
    settleRow(work, position, { today, isOver: (row) => isOver(work, row, settling) });
  }
}

/**
 * The reward's sale with what came back of it; null where no refund touches it (TARGET-12). Undefined where refunds of
 * it were counted, and one of their rows can't be read, or its own is gone or says what was sold: nothing changes then.
 */
function saleNow(
  work: Work<"transactions">,
  { source, transaction, refunds, currency }: Reward,
  terms: RewardTerms,
): SaleNow | null | undefined {
  if (transaction === null || (source !== "trigger" && source !== "drip")) return null;
  const sale = work.get("transactions", transaction);
  const isPercent = terms.kind === "percent";
  const back = (isPercent ? refundsIn : refundsOf)(work, transaction, currency);
  // The terms of a percent say what was sold, also while the sale's own row can't be read.
  if (!sale && !(isPercent && isUnreadable(work, transaction))) {
    return refunds === null && back.length === 0 ? null : undefined;
  }
  if (refunds?.some((key) => isUnreadable(work, key))) return undefined;
  const sold = isPercent ? terms.base : sale ? judgedAmountOf(sale) : 0;
  const given = sumOf(back);
  return { sold, refunded: Math.min(Math.max(0, sold), given) };
}

/** Keeps which refunds the calculated amount takes into account. */
function countRefunds(work: Work<"rewards" | "transactions">, reward: Reward): Reward {
  const { source, transaction } = reward;
  if (transaction === null || (source !== "trigger" && source !== "drip")) return reward;
  const refunds = refundsOf(work, transaction).map(({ key }) => key);
  return changeReward(work, reward, { refunds: refunds.length === 0 ? null : refunds });
}
