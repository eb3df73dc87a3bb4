import type { RewardStatus } from "../../engine/kernel/vocabulary";
import type { RewardView } from "../rewards/reward-line";

export type Decided = Exclude<RewardStatus, "paid">;

/** What a person may decide: the button's word, its key, and what is said once it is done. */
export const decisions = {
  approved: { verb: "Approve", key: "a" },
  held: { verb: "Hold", key: "h" },
  declined: { verb: "Decline", key: "d" },
  pending: { verb: "Set to pending", key: "u" },
} as const satisfies { readonly [Status in Decided]: object };

export const decided = Object.keys(decisions) as readonly Decided[];

/** The decisions that at least one of these rewards allows. */
export const allowedFor = (rewards: readonly RewardView[]): readonly Decided[] =>
  decided.filter((status) => rewards.some(({ moves }) => moves.includes(status)));
