import { paymentEstimates } from "../../invoices/estimated-payment";
import { clip } from "../../kernel/cells";
import { toDecimal } from "../../kernel/money";
import { allBut, type RowsOf, some } from "../../program/reads";
import type { WorkOn } from "../../program/work";
import { aboutOf } from "../../rewards/about";
import { calculatedOf, decisionsOf } from "../../rewards/decisions";
import { isLocked } from "../../rewards/final";
import { mainReward } from "../../rewards/net";
import { movesFrom } from "../../rewards/status-moves";
import { customerNameIn, partnerName } from "./names";

const LONGEST = 300;

/** What of rewards lists show. */
export const viewed = allBut("rewards", "run", "problems");
const viewReads = [
  "settings",
  "invoices",
  viewed,
  some("partners", "name", "email"),
  some("customers", "name", "email"),
] as const;

/**
 * A reward as every list shows it, its amounts being decimal text in its currency; estimates are calculated as of now,
 * not taken from the last run.
 */
export function rewardViews(work: WorkOn<RowsOf<(typeof viewReads)[number]>>) {
  const estimateOf = paymentEstimates(work);
  return (reward: RowsOf<typeof viewed>["rewards"]) => {
    const { key, partner, customer, currency, amount, invoice } = reward;
    const { typed } = decisionsOf(reward);
    const calculated = typed === null ? amount : calculatedOf(reward);
    const locked = isLocked(work, reward);
    const { why } = mainReward(work, reward);
    const { what, part } = aboutOf({ ...reward, why });
    return {
      key,
      partner,
      partnerName: partnerName(work, partner),
      customer,
      customerName: customerNameIn(work, reward),
      source: reward.source,
      trigger: reward.trigger,
      amount: toDecimal(reward),
      currency,
      /** What was calculated, where the amount was changed by hand. */
      calculated: calculated === amount ? null : toDecimal({ amount: calculated, currency }),
      status: reward.status,
      /** Why it is on hold or declined. The partner can see it. */
      reason: clip(reward.reason ?? "", LONGEST),
      description: clip(what, LONGEST),
      /** Of a drip: which of its parts it is, and of how many. */
      part,
      earnedOn: reward.earnedOn,
      /** Null when held or declined; once paid, the real date (PAYDATE-4, PAYDATE-6). */
      estimatedPaymentOn: estimateOf(reward),
      /** The invoice it stands on, and that invoice's month. */
      invoice,
      invoiceMonth: work.get("invoices", invoice)?.month ?? null,
      /** The reward that this one corrects. */
      adjusts: reward.adjusts,
      /** The statuses that a person may give it now; none where only a payout or its return may change it (INVOICE-13). */
      moves: locked ? [] : movesFrom(reward),
      isLocked: locked,
    };
  };
}
export type RewardView = ReturnType<ReturnType<typeof rewardViews>>;
