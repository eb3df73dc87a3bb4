import { PROGRAM } from "../kernel/vocabulary";
import type { Reward } from "../tables";
import { type Decisions, noDecisions, readBefore } from "../tables/packed/decisions";
import type { RewardTerms } from "../tables/packed/terms";

/** What was decided about a reward. Rows that only earlier releases wrote say it in other cells. */
export function decisionsOf(
  reward: Pick<Reward, "decisions" | "amount" | "calculated" | "status" | "decidedBy" | "reason">,
): Decisions {
  const { decisions, amount, calculated, status, decidedBy, reason } = reward;
  if (decisions !== null) return decisions;
  const isRefunded = status === "declined" && decidedBy === PROGRAM;
  return {
    ...noDecisions,
    typed: calculated === null ? null : { amount, calculated },
    before: isRefunded ? readBefore(reason ?? "") : null,
  };
}

/** The frozen terms of a reward; a row without any is as it was made. */
export function termsOf(
  reward: Pick<Reward, "terms" | "decisions" | "calculated" | "amount">,
): RewardTerms {
  const { terms, decisions, calculated, amount } = reward;
  const made = decisions === null ? (calculated ?? amount) : amount;
  return terms ?? { kind: "flat", amount: made };
}

/** What the terms came to when the reward was last brought to its target; minor units. */
export const calculatedOf = ({
  calculated,
  amount,
}: Pick<Reward, "calculated" | "amount">): number => calculated ?? amount;

/** Whether a person decided a row's status: neither the program nor silence did. */
export const isByPerson = ({ decidedBy }: Pick<Reward, "decidedBy">): boolean =>
  decidedBy !== null && decidedBy !== PROGRAM && decidedBy !== "silence";

/** Whether the program declined a row: its sale was refunded, or there is nothing to adjust. */
export const isDeclinedByProgram = ({ status, decidedBy }: Pick<Reward, "status" | "decidedBy">) =>
  status === "declined" && decidedBy === PROGRAM;
