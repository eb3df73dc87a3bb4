import { down, ownKey, sortBy } from "../../kernel/order";
import type { Reward } from "../../tables";

/** A partner's rewards as they are told: the last earned first. */
export const newestFirst = (rewards: readonly Reward[]): readonly Reward[] =>
  sortBy(
    rewards,
    down(({ earnedOn }) => earnedOn),
    down(ownKey),
  );
