import { endDrip } from "../drips/end-drip";
import { isBeyondFirst as isBeyond } from "../judging/matching";
import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import { format } from "../kernel/money";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import { type Settling, settleReward, settleRewards } from "../rewards/settle";
import {
  completingRefund,
  currencyOf,
  isRefund,
  type RefundedSale,
  refundProblem,
  refundsOf,
} from "../sales/kept";
import type { Reward, Transaction } from "../tables";

type Tables = "transactions" | "rewards" | "drips" | "invoices" | "settings" | "triggers";

/**
 * Lets every refund take effect on what was made for its sale, before its invoice is final in place, after
 * it by held adjustments; a full refund ends the sale's drips (REFUND-6, REFUND-9). Applied twice, as once.
 */
export function applyRefunds(work: Work<Tables>, env: Pick<Env, "today">, run: string): void {
  const refunded = new Map<string, Transaction>();
  for (const refund of work.all("transactions").filter(isRefund)) {
    const problem = refundProblem(work, refund);
    if (problem) {
      const at = { table: "Transactions", row: refund.key, column: "Refund of" };
      work.report({ ...problem, at });
    }
    const sale = work.get("transactions", refund.refundOf);
    if (!problem && sale) refunded.set(sale.key, sale);
  }
  const isBeyondFirst = (reward: Reward) => isBeyond(work, reward);
  const settling = { on: env.today, today: env.today, run, isBeyondFirst };
  for (const sale of refunded.values()) applyToSale(work, refundedSale(work, sale), settling);
  settleRewards(work, settling);
}

function refundedSale(work: Work<Tables>, sale: Transaction): RefundedSale {
  const refunds = refundsOf(work, sale.key);
  return { sale, refunds, fullBy: completingRefund(sale.amount, refunds) };
}

function applyToSale(work: Work<Tables>, refunded: RefundedSale, settling: Settling): void {
  const { sale, fullBy } = refunded;
  sayWhatCounts(work, refunded);
  if (fullBy) {
    for (const drip of work.where("drips", "transaction", sale.key)) {
      endDrip(work, drip, { on: fullBy.date, reason: "refunded", by: PROGRAM });
    }
  }
  for (const reward of work.where("rewards", "transaction", sale.key)) {
    settleReward(work, reward.key, { ...settling, on: dayOfCause(reward, refunded, settling) });
  }
}

/** The date of the latest refund that the reward has not counted yet; today where one was corrected or withdrawn. */
function dayOfCause(reward: Reward, { refunds }: RefundedSale, { today }: Settling): Day {
  const counted = new Set(reward.refunds);
  const now = new Set(refunds.map(({ key }) => key));
  const latest = refunds.filter(({ key }) => !counted.has(key)).pop();
  return latest === undefined || [...counted].some((key) => !now.has(key)) ? today : latest.date;
}

/** Writes beside each refund what it counts; what exceeds the sale is ignored and noted. */
function sayWhatCounts(work: Work<Tables>, { sale, refunds }: RefundedSale): void {
  const currency = currencyOf(work, sale);
  let left = sale.amount;
  for (const refund of refunds) {
    const counted = Math.min(refund.amount, left);
    left -= counted;
    const given = format({ amount: refund.amount, currency });
    say(
      work,
      refund.key,
      counted === refund.amount
        ? `refund of ${given}`
        : `refund: ${format({ amount: counted, currency })} of ${given} counts, the rest exceeds the sale`,
    );
  }
  for (const row of work.where("transactions", "refundOf", sale.key)) {
    if (row.status === "archived") say(work, row.key, "refund withdrawn");
  }
}

function say(work: Work<Tables>, key: string, outcome: string): void {
  if (work.get("transactions", key)?.outcome !== outcome)
    work.update("transactions", key, { outcome });
}
