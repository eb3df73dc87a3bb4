import type { RewardStatus } from "../../engine/kernel/vocabulary";
import type { RewardView } from "../rewards/reward-line";

export type Decision = Exclude<RewardStatus, "paid">;

/** What a person may decide: the button's word, its key, and what is said once it is done. */
export const decisions = {
  approved: { verb: "Approve", key: "a" },
  held: { verb: "Hold", key: "h" },
  declined: { verb: "Decline", key: "d" },
  pending: { verb: "Set to pending", key: "u" },
} as const satisfies { readonly [Status in Decision]: object };

export const decisionNames = Object.keys(decisions) as readonly Decision[];

/** The decisions that at least one of these rewards allows. */
export const allowedFor = (rewards: readonly RewardView[]): readonly Decision[] =>
  decisionNames.filter((status) => rewards.some(({ moves }) => moves.includes(status)));
