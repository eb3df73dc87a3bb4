import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import { keptAfter, type RefundedSale } from "../sales/kept";
import type { Reward } from "../tables";
import { amountByTerms, readTerms } from "../tables/packed/terms";
import { calculatedOf, putRightByRefunds, withdrawProposal } from "./adjustments";
import { isLocked } from "./final";
import { accept } from "./grant";

/** The reason of a reward declined since its sale was given back in full; the partner may read it. */
const REFUNDED = "refunded";
const WAS_HELD = "refunded (it was held: ";

/**
 * Lets refunds change a reward that is not on a final invoice: declined after a full one, else a percent
 * reward is worked out again from its frozen terms; flat amounts stay (product.md §6). An amount changed by
 * hand keeps its difference.
 */
export function repriceInPlace(
  work: Work<"rewards" | "invoices">,
  reward: Reward,
  { refunds, fullBy }: RefundedSale,
  today: Day,
): void {
  withdrawProposals(work, reward, today);
  const putRight = putRightByRefunds(work, reward);
  const counted = refunds.map(({ key }) => key).join("\n") || null;
  if (counted !== reward.refunds) work.update("rewards", reward.key, { refunds: counted });
  if (fullBy && putRight === 0) declineRefunded(work, reward, today);
  else {
    const restored = restoreRefunded(work, reward, today);
    const terms = readTerms(reward.terms, reward.currency);
    if (!terms && !fullBy) return;
    const target = terms && !fullBy ? amountByTerms(terms, keptAfter(terms.base, refunds)) : 0;
    const change = target - calculatedOf(reward) - putRight;
    reprice(work, restored, change);
    if (change > 0 && isCutByHand(reward)) holdForAPerson(work, reward.key, today);
  }
}

/** What refunds proposed while the reward was on a final invoice, since reopened, is now done in place. */
function withdrawProposals(work: Work<"rewards" | "invoices">, reward: Reward, today: Day): void {
  for (const each of work.where("rewards", "adjusts", reward.key)) {
    if (each.refunds === null || each.status === "declined" || isLocked(work, each)) continue;
    withdrawProposal(work, each, today);
  }
}

function declineRefunded(work: Work<"rewards">, reward: Reward, today: Day): void {
  if (reward.status === "declined") return;
  work.update("rewards", reward.key, {
    ...accept(reward, { status: "declined" }),
    reason: reward.status === "held" ? `${WAS_HELD}${reward.reason ?? ""})` : REFUNDED,
    invoice: null,
    decidedBy: PROGRAM,
    decidedOn: today,
  });
}

/** Takes a full refund's decline back, once it is withdrawn. What was held is held again. */
function restoreRefunded(work: Work<"rewards">, reward: Reward, today: Day): Reward {
  const reason = reward.reason ?? "";
  const wasHeld = reason.startsWith(WAS_HELD);
  // Who decided tells that a refund declined it: a person may have edited the reason.
  if (reward.status !== "declined" || reward.decidedBy !== PROGRAM) return reward;
  return work.update("rewards", reward.key, {
    ...accept(reward, { status: wasHeld ? "held" : "pending" }),
    reason: wasHeld ? reason.slice(WAS_HELD.length, -1) : null,
    decidedBy: PROGRAM,
    decidedOn: today,
  });
}

function reprice(work: Work<"rewards">, reward: Reward, change: number): void {
  if (change === 0) return;
  const moved = reward.amount + change;
  const amount = reward.amount >= 0 ? Math.max(0, moved) : moved;
  work.update("rewards", reward.key, {
    ...accept(reward, { amount }),
    ...(reward.calculated === null ? {} : { calculated: reward.calculated + change }),
  });
}

/** Changed by hand, and no more than that or a refund left nothing of it: what the person meant it to be is not known. */
const isCutByHand = ({ status, amount, calculated }: Reward): boolean =>
  amount === 0 && (calculated ?? 0) !== 0 && (status === "pending" || status === "approved");

function holdForAPerson(work: Work<"rewards">, key: Key, today: Day): void {
  const reward = work.get("rewards", key) as Reward;
  work.update("rewards", key, {
    ...accept(reward, { status: "held" }),
    reason: "changed by hand before a refund that was withdrawn: check the amount",
    invoice: null,
    decidedBy: PROGRAM,
    decidedOn: today,
  });
}
