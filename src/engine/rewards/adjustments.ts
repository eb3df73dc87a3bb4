import type { Day } from "../kernel/day";
import { adjustmentKey, type Key } from "../kernel/keys";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Reward } from "../tables";
import { accept, grantReward } from "./grant";

/**
 * Whether the program itself declined this proposal, since its refund counts no longer. Told by who decided, which only
 * the program writes: a person may edit the reason.
 */
export const isWithdrawn = ({
  source,
  status,
  refunds,
  decidedBy,
}: Pick<Reward, "source" | "status" | "refunds" | "decidedBy">): boolean =>
  source === "adjustment" && status === "declined" && refunds !== null && decidedBy === PROGRAM;

/** Declines a proposal whose cause is gone: it counts no longer. */
export function withdrawProposal(work: Work<"rewards">, proposal: Reward, today: Day): void {
  work.update("rewards", proposal.key, {
    ...accept(proposal, { status: "declined" }),
    reason: "refund withdrawn",
    invoice: null,
    decidedBy: PROGRAM,
    decidedOn: today,
  });
}

/** The amount that the program worked out; one changed by hand keeps it beside. Minor units. */
export const calculatedOf = ({ calculated, amount }: Reward): number => calculated ?? amount;

const adjustmentsOf = (work: Work<"rewards">, reward: Reward): readonly Reward[] =>
  work.where("rewards", "adjusts", reward.key).filter((each) => !isWithdrawn(each));

/** What refunds have already put right by adjusting lines; one that a person declined counts: it is not proposed again. */
export const putRightByRefunds = (work: Work<"rewards">, reward: Reward): number =>
  adjustmentsOf(work, reward)
    .filter(isByRefund)
    .reduce((sum, each) => sum + calculatedOf(each), 0);

/** What adjusting lines other than refunds' change, unless declined. */
export const putRightByHand = (work: Work<"rewards">, reward: Reward): number =>
  adjustmentsOf(work, reward)
    .filter((each) => !isByRefund(each) && each.status !== "declined")
    .reduce((sum, each) => sum + each.amount, 0);

const isByRefund = ({ refunds }: Reward): boolean => refunds !== null;

export interface Proposal {
  readonly key: Key;
  /** Signed, in minor units of the reward's currency. */
  readonly amount: number;
  readonly earnedOn: Day;
  readonly description: string;
  /** Why it is held; the partner may read it. */
  readonly reason: string;
  /** The refund that caused it, if one did. */
  readonly refund: Key | null;
  readonly why: Readonly<Record<string, unknown>>;
  readonly run: string | null;
}

/** Proposes a line that corrects a reward on a final invoice: held until a person approves it (product.md §5, §6). */
export function proposeAdjustment(
  work: Work<"rewards">,
  reward: Reward,
  { reason, refund, why, ...fields }: Proposal,
): void {
  const { partner, customer, transaction, trigger, triggerVersion, currency } = reward;
  grantReward(work, {
    ...fields,
    partner,
    customer,
    transaction,
    trigger,
    triggerVersion,
    currency,
    source: "adjustment",
    adjusts: reward.key,
    refunds: refund,
    heldReason: reason,
    why: JSON.stringify({ adjusts: reward.key, ...why }),
  });
}

/** The identity of a refund's adjustment: `refund × reward`; one more for each time it was reversed when final. */
export function freeAdjustmentKey(work: Work<"rewards">, refund: Key, reward: Key): Key {
  let key = adjustmentKey(refund, reward);
  while (work.has("rewards", key)) key = adjustmentKey(refund, key);
  return key;
}
