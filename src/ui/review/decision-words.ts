import type { RewardStatus } from "../../engine/kernel/vocabulary";
import type { Decidable } from "./selection";

export type Decision = Exclude<RewardStatus, "paid">;

/** The decisions on a reward: the button's label and its key. */
export const decisions = {
  approved: { verb: "Approve", key: "a" },
  held: { verb: "Hold", key: "h" },
  declined: { verb: "Decline", key: "d" },
  pending: { verb: "Set to pending", key: "u" },
} as const satisfies { readonly [Status in Decision]: object };

export const decisionNames = Object.keys(decisions) as readonly Decision[];

/** The decisions that at least one of these rewards allows. */
export const allowedFor = (rewards: readonly Decidable[]): readonly Decision[] =>
  decisionNames.filter((status) => rewards.some(({ moves }) => moves.includes(status)));
