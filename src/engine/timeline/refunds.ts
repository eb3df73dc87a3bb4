import { endByRefund, endRefundsEnd } from "../drips/end-drip";
import { messageOf } from "../judging/judged-as";
import { isBeyondFirst as isBeyond } from "../judging/matching";
import { cellWords } from "../kernel/cell-words";
import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import { say } from "../kernel/say";
import type { Work } from "../program/work";
import { holdIfOver, type Settling, settleReward, settleRewards } from "../rewards/settle";
import { judgedAmountOf, refundedInFullOn, refundRowsOf } from "../sales/net-of-refunds";
import { countedOf, currencyOf, isRefund, refundNow, refundProblem } from "../sales/refund-row";
import type { Reward, Transaction } from "../tables";
import type { Counted, JudgedAs } from "../tables/packed/judged-as";
import { markerOn } from "../tables/packed/marker";
import { isLivedBefore, livedUntil } from "./lived-until";

type Tables = "transactions" | "rewards" | "drips" | "invoices" | "settings" | "triggers";
/** When refunds are lived: the real day, and the run that does. */
interface When {
  readonly today: Day;
  readonly run: string;
}
interface Counting extends When {
  /** The last day lived before that run, which the refund's marker keeps: by it the past is lived again in its order. */
  readonly livedUntil: Day;
}

/** Reports every refund whose row can't count. */
export function reportRefunds(work: Work<"transactions">): void {
  for (const refund of work.all("transactions").filter(isRefund)) {
    const problem = refundProblem(work, refund);
    const at = { table: "Transactions", row: refund.key, column: "Refund of" };
    if (problem) work.report({ ...problem, at });
  }
}

/**
 * Lets a refund count as its row now says, with all that follows for what was made for its sale: a full refund ends the
 * sale's drips, one that no longer is lets them go on, and each reward comes to its target (TIME-3, TIME-8, TARGET-4).
 * The keys of those drips.
 */
export function countRefund(
  work: Work<Tables>,
  refund: Transaction,
  when: Counting,
): readonly Key[] {
  const before = countedOf(refund)?.sale;
  const now = refundNow(work, refund);
  markCounted(work, refund, when);
  return [...new Set([before, now?.sale])].flatMap((key) => {
    const sale = work.get("transactions", key ?? null);
    return sale ? applyToSale(work, sale, refund.date.day, when) : [];
  });
}

/**
 * Counts the refunds that an earlier release took in, which wrote what came of them and kept nothing else: all at once,
 * so that no reward passes through what only some of them leave. Workbooks of this release have none (UPGRADE-6).
 */
export function adoptRefunds(work: Work<Tables>, when: When): void {
  if (isLivedBefore(work)) return;
  const sales = new Set<Key>();
  const counting = { ...when, livedUntil: livedUntil(work) };
  for (const refund of work.all("transactions").filter(isRefund)) {
    const now = refundNow(work, refund);
    if (!now || refund.outcome === null || refund.judged !== null) continue;
    if (refund.date.day > when.today) continue;
    markCounted(work, refund, counting);
    sales.add(now.sale);
  }
  for (const key of sales) {
    const sale = work.get("transactions", key);
    if (sale) applyToSale(work, sale, when.today, when);
  }
}

const countedAs = (
  counted: Counted | null,
  outcome: Sentence | null = null,
  row: JudgedAs["row"] = null,
): JudgedAs => ({
  row,
  named: null,
  partner: null,
  amount: null,
  by: null,
  counted,
  outcome: messageOf(outcome),
});

function markCounted(work: Work<Tables>, refund: Transaction, when: Counting): void {
  const now = refundNow(work, refund);
  const sale = work.get("transactions", now?.sale ?? null);
  if (!isRefund(refund)) {
    // It is a sale now, which is still to be judged.
    work.update("transactions", refund.key, { judged: null, judgedAs: null, outcome: null });
    return;
  }
  work.update("transactions", refund.key, {
    judged: markerOn(refund.key, when.today, when.livedUntil),
    judgedAs: countedAs(
      now && {
        ...now,
        counts: now.amount,
        on: refund.date.day,
        currency: currencyOf(work, sale ?? refund),
      },
      null,
      // One that is withdrawn is no sale, also where that cell is emptied.
      now || refund.refundOf === null ? null : { "Refund of": refund.refundOf },
    ),
    ...(now ? {} : { outcome: "refund withdrawn" }),
  });
}

function applyToSale(work: Work<Tables>, sale: Transaction, on: Day, when: When): readonly Key[] {
  shareOut(work, sale);
  const full = refundedInFullOn(work, sale);
  const drips = work.where("drips", "transaction", sale.key);
  for (const drip of drips) {
    if (full) endByRefund(work, drip, full);
    else endRefundsEnd(work, drip);
  }
  for (const reward of work.where("rewards", "transaction", sale.key)) {
    settle(work, reward.key, on, when);
  }
  return drips.map(({ key }) => key);
}

/** Brings one reward to its target, for what happened on a day (TARGET-2). */
export const settle = (work: Work<Tables>, reward: Key, on: Day, when: When): void =>
  settleReward(work, reward, settlingOn(work, on, when));

/** The same for a part that was just made by a drip which a full refund had ended; held where it is over its limit (TARGET-6a). */
export function settleRevived(work: Work<Tables>, reward: Reward, on: Day, when: When): void {
  holdIfOver(work, reward, settlingOn(work, on, when));
  settle(work, reward.key, on, when);
}

const settlingOn = (work: Work<Tables>, on: Day, { today, run }: When): Settling => ({
  on,
  today,
  run,
  isBeyondFirst: (each) => isBeyond(work, each, on),
});

/** Brings every reward to its target that is not at it: before the days, for what was typed, and after them (TARGET-1c). */
export function settleAll(work: Work<Tables>, { today, run }: When): void {
  settleRewards(work, settlingOn(work, today, { today, run }));
}

/** Writes beside each refund how much of it counts; what exceeds the sale is ignored and noted. */
function shareOut(work: Work<Tables>, sale: Transaction): void {
  const currency = currencyOf(work, sale);
  let left = judgedAmountOf(sale);
  for (const row of refundRowsOf(work, sale.key)) {
    const counted = countedOf(row);
    if (!counted) continue;
    const counts = Math.min(counted.amount, left);
    left -= counts;
    const given = { amount: counted.amount, currency };
    const said =
      counts === counted.amount
        ? say`refund of ${given}`
        : say`refund: ${{ amount: counts, currency }} of ${given} counts, the rest exceeds the sale`;
    const outcome = cellWords(said);
    if (counts === counted.counts && row.outcome === outcome) continue;
    work.update("transactions", row.key, {
      judgedAs: countedAs({ ...counted, counts }, said),
      outcome,
    });
  }
}
