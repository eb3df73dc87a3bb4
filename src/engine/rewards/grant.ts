import type { Work } from "../program/work";
import type { Reward } from "../tables";

/** What a new reward is made of; amounts in minor units of its currency. */
export type NewReward = Pick<
  Reward,
  "key" | "partner" | "amount" | "currency" | "earnedOn" | "source" | "description" | "why"
> &
  Partial<
    Pick<
      Reward,
      | "customer"
      | "transaction"
      | "trigger"
      | "triggerVersion"
      | "drip"
      | "occurrence"
      | "adjusts"
      | "invoice"
      | "terms"
      | "decisions"
      | "run"
      | "decidedBy"
      | "decidedOn"
    >
  > & {
    /** Where given, the reward is made held, for this reason, which the partner may read. */
    readonly heldReason?: string | null;
    /** A zero amount makes a row too: only refunds brought it to that, and they may go again (TIME-5). */
    readonly isZeroKept?: boolean;
  };

/**
 * Makes a reward: the only place that does. Undefined, and no row, for a zero amount (TRIG-14) or where
 * the key exists already, in a faulty row too: an occurrence is never made twice.
 */
export function grantReward(
  work: Work<"rewards">,
  { heldReason, isZeroKept = false, ...fields }: NewReward,
): Reward | undefined {
  if ((fields.amount === 0 && !isZeroKept) || work.has("rewards", fields.key)) return undefined;
  const status = heldReason ? ("held" as const) : ("pending" as const);
  const { key, partner, currency, amount } = fields;
  return work.insert("rewards", {
    ...fields,
    status,
    reason: heldReason ?? null,
    accepted: { status, amount },
    acceptedFor: { key, currency, partner },
  });
}

/** A reward's status and amount as the program now accepts them, to go into one update. */
export function accept(
  reward: Reward,
  patch: Partial<Pick<Reward, "status" | "amount">>,
): Pick<Reward, "status" | "amount" | "accepted"> {
  const status = patch.status ?? reward.status;
  const amount = patch.amount ?? reward.amount;
  return { status, amount, accepted: { status, amount } };
}

/** A reward that still counts towards what a partner is owed. */
export const isNotDeclined = ({ status }: Reward): boolean => status !== "declined";
