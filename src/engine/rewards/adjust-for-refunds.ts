import type { Day } from "../kernel/day";
import { adjustmentKey, type Key } from "../kernel/keys";
import { toDecimal } from "../kernel/money";
import type { Work } from "../program/work";
import { completingRefund, keptAfter, type Refund, type RefundedSale } from "../sales/kept";
import type { Reward } from "../tables";
import { amountByTerms, readTerms } from "../tables/packed/terms";
import {
  calculatedOf,
  freeAdjustmentKey,
  isWithdrawn,
  proposeAdjustment,
  putRightByHand,
  putRightByRefunds,
  withdrawProposal,
} from "./adjustments";
import { isLocked } from "./final";
import { accept } from "./grant";

type Tables = "rewards" | "invoices";
interface When {
  readonly today: Day;
  readonly run: string;
}

/**
 * Proposes what refunds change in a reward on a final invoice: for each new refund the target now less the
 * target before it, as a held adjustment; a refund that was withdrawn is reversed (product.md §6).
 */
export function adjustForRefunds(
  work: Work<Tables>,
  reward: Reward,
  refunded: RefundedSale,
  when: When,
): void {
  const active = new Map(refunded.refunds.map((refund) => [refund.key, refund]));
  const known = (reward.refunds ?? "").split("\n").filter(Boolean);
  const counted = known.flatMap((key) => active.get(key) ?? []);
  const gone = known.filter((key) => !active.has(key));
  if (gone.length > 0) {
    withdraw(work, reward, gone, netAfter(work, reward, refunded, counted), when);
  }
  for (const refund of refunded.refunds) {
    if (known.includes(refund.key)) continue;
    counted.push(refund);
    propose(work, reward, refund, netAfter(work, reward, refunded, counted), when);
  }
  const refunds = counted.map(({ key }) => key).join("\n") || null;
  if (refunds !== reward.refunds) work.update("rewards", reward.key, { refunds });
}

/** What the reward and its adjustments should come to after these refunds, in minor units. */
function netAfter(
  work: Work<Tables>,
  reward: Reward,
  { sale }: RefundedSale,
  refunds: readonly Refund[],
): number {
  if (completingRefund(sale.amount, refunds)) return 0;
  const byHand = putRightByHand(work, reward);
  const terms = readTerms(reward.terms, reward.currency);
  if (!terms) return reward.amount + byHand;
  const target = amountByTerms(terms, keptAfter(terms.base, refunds));
  const net = target + reward.amount - calculatedOf(reward) + byHand;
  return reward.amount >= 0 ? Math.max(0, net) : net;
}

const netNow = (work: Work<Tables>, reward: Reward): number =>
  reward.amount + putRightByRefunds(work, reward) + putRightByHand(work, reward);

function propose(
  work: Work<Tables>,
  reward: Reward,
  refund: Refund,
  wanted: number,
  { today, run }: When,
): void {
  const existing = work.get("rewards", adjustmentKey(refund.key, reward.key));
  if (existing && isWithdrawn(existing)) {
    work.update("rewards", existing.key, {
      ...accept(existing, { status: "held", amount: wanted - netNow(work, reward) }),
      reason: reasonOf(refund.key),
    });
    return;
  }
  if (existing && !isLocked(work, existing)) {
    if (existing.status === "declined") return;
    // It reversed this very refund, which counts again now.
    withdrawProposal(work, existing, today);
  }
  const amount = wanted - netNow(work, reward);
  line(work, reward, { refund: refund.key, on: refund.date, amount, wanted, run });
}

/**
 * Reverses what refunds did that are archived now: their proposals are declined; what is final already, or
 * was changed in place before it was, gets its opposite as one line.
 */
function withdraw(
  work: Work<Tables>,
  reward: Reward,
  gone: readonly Key[],
  wanted: number,
  { today, run }: When,
): void {
  for (const refund of gone) {
    const existing = work.get("rewards", adjustmentKey(refund, reward.key));
    if (existing && !isLocked(work, existing)) withdrawProposal(work, existing, today);
  }
  const amount = wanted - netNow(work, reward);
  line(work, reward, { refund: gone[gone.length - 1] as Key, on: today, amount, wanted, run });
}

const reasonOf = (refund: Key): string => `refund ${refund}`;

function line(
  work: Work<Tables>,
  reward: Reward,
  by: {
    readonly refund: Key;
    readonly on: Day;
    readonly amount: number;
    readonly wanted: number;
    readonly run: string;
  },
): void {
  const money = (amount: number) => toDecimal({ amount, currency: reward.currency });
  proposeAdjustment(work, reward, {
    key: freeAdjustmentKey(work, by.refund, reward.key),
    amount: by.amount,
    earnedOn: by.on,
    description: `Refund ${by.refund}: ${reward.description ?? reward.key}`,
    reason: reasonOf(by.refund),
    refund: by.refund,
    why: {
      refund: by.refund,
      sum: `${money(by.wanted)} - ${money(by.wanted - by.amount)} = ${money(by.amount)}`,
    },
    run: by.run,
  });
}
