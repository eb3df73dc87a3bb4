import { paymentEstimates } from "../../invoices/estimated-payment";
import { clip } from "../../kernel/cells";
import type { Day, Month } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import { toDecimal } from "../../kernel/money";
import type { RewardSource, RewardStatus } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { calculatedOf, decisionsOf } from "../../rewards/decisions";
import { isLocked } from "../../rewards/final";
import { movesFrom } from "../../rewards/status-moves";
import type { Reward } from "../../tables";

/** A reward as every list shows it; amounts are decimal text in its currency, long texts are cut. */
export interface RewardView {
  readonly key: Key;
  readonly partner: Key;
  readonly partnerName: string;
  readonly customer: Key | null;
  /** Blank without a customer. */
  readonly customerName: string;
  readonly source: RewardSource;
  readonly amount: string;
  readonly currency: string;
  /** What was worked out, where the amount was changed by hand. */
  readonly calculated: string | null;
  readonly status: RewardStatus;
  /** Why it is held or declined; the partner may read it. */
  readonly reason: string;
  readonly description: string;
  readonly earnedOn: Day;
  /** Null when held or declined; once paid, the real date (PAYDATE-4, PAYDATE-6). */
  readonly estimatedPaymentOn: Day | null;
  /** The invoice it stands on, and that invoice's month. */
  readonly invoice: Key | null;
  readonly invoiceMonth: Month | null;
  /** The reward that this one corrects. */
  readonly adjusts: Key | null;
  /** The statuses that a person may give it now. */
  readonly moves: readonly RewardStatus[];
  /** Nothing but a payout or its return may change it (REWARD-5, REWARD-6). */
  readonly isLocked: boolean;
}

const LONGEST = 300;

/** Answers how a reward is shown; estimates are worked out as of now, not taken from the last run. */
export function rewardViews(
  work: Work<"settings" | "partners" | "customers" | "invoices">,
): (reward: Reward) => RewardView {
  const estimateOf = paymentEstimates(work);
  return (reward) => {
    const { partner, customer, currency } = reward;
    const { typed } = decisionsOf(reward);
    const calculated = typed === null ? reward.amount : calculatedOf(reward);
    const locked = isLocked(work, reward);
    return {
      key: reward.key,
      partner,
      partnerName: clip(work.get("partners", partner)?.name ?? partner),
      customer,
      customerName: clip(work.get("customers", customer)?.name ?? customer ?? ""),
      source: reward.source,
      amount: toDecimal(reward),
      currency,
      calculated: calculated === reward.amount ? null : toDecimal({ amount: calculated, currency }),
      status: reward.status,
      reason: clip(reward.reason ?? "", LONGEST),
      description: clip(reward.description ?? "", LONGEST),
      earnedOn: reward.earnedOn,
      estimatedPaymentOn: estimateOf(reward),
      invoice: reward.invoice,
      invoiceMonth: work.get("invoices", reward.invoice)?.month ?? null,
      adjusts: reward.adjusts,
      moves: locked ? [] : movesFrom(reward),
      isLocked: locked,
    };
  };
}
