import { sealOfKey } from "../kernel/keys";
import type { Work } from "../program/work";
import type { Reward } from "../tables";
import { noDecisions } from "../tables/packed/decisions";
import { type HoldReason, heldFor } from "../tables/packed/hold-reasons";
import { type Origin, originCells } from "./origin";

/** What a new reward is made of; amounts in minor units of its currency. */
export type NewReward = Pick<
  Reward,
  "key" | "partner" | "amount" | "currency" | "earnedOn" | "description" | "why"
> &
  Partial<
    Pick<
      Reward,
      | "customer"
      | "transaction"
      | "invoice"
      | "terms"
      | "decisions"
      | "run"
      | "decidedBy"
      | "decidedOn"
    >
  > & {
    readonly from: Origin;
    /** Where there are any, the reward is put on hold for them. */
    readonly hold?: readonly HoldReason[];
    /** A zero amount makes a row too: only refunds brought it to that, and they may go again (TIME-5). */
    readonly isZeroKept?: boolean;
  };

/**
 * Makes a reward: the only place that does. Undefined, and no row, for a zero amount (TRIG-14) or where
 * the key exists already, in a faulty row too: an occurrence is never made twice.
 */
export function grantReward(
  work: Work<"rewards">,
  { from, hold: reasons = [], isZeroKept = false, ...fields }: NewReward,
): Reward | undefined {
  if ((fields.amount === 0 && !isZeroKept) || work.has("rewards", fields.key)) return undefined;
  const isHeld = reasons.length > 0;
  const status = isHeld ? ("held" as const) : ("pending" as const);
  const { reason, hold } = heldFor(reasons, fields.currency);
  return work.insert("rewards", {
    ...fields,
    ...originCells(from),
    status,
    reason,
    ...(isHeld ? { decisions: { ...(fields.decisions ?? noDecisions), hold } } : {}),
    ...accepting({ invoice: null, firstInvoice: null, ...fields, status }),
  });
}

/** What is kept of a reward as the program now accepts it (EDIT-1). */
export function accepting({
  key,
  currency,
  partner,
  earnedOn,
  ...reward
}: Pick<Reward, Kept>): Pick<Reward, "accepted" | "acceptedFor"> {
  const { status, amount, invoice, firstInvoice } = reward;
  return {
    accepted: { status, amount, invoice: invoice ?? "", firstInvoice, of: sealOfKey(key) },
    acceptedFor: { key, currency, partner, earnedOn },
  };
}
type Kept =
  | "key"
  | "status"
  | "amount"
  | "currency"
  | "partner"
  | "earnedOn"
  | "invoice"
  | "firstInvoice";

/** A reward that still counts towards what a partner is owed. */
export const isNotDeclined = ({ status }: Reward): boolean => status !== "declined";
