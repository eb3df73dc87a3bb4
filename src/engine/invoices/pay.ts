import type { Day } from "../kernel/day";
import { sumOf } from "../kernel/group-by";
import type { Key } from "../kernel/keys";
import { DomainError } from "../kernel/problem";
import type { Work } from "../program/work";
import { changeReward } from "../rewards/change-reward";
import type { Payout } from "../tables";

export interface Payment {
  /** The real date of payment. */
  readonly paidOn: Day;
  readonly reference: string | null;
  /** The account that records it, and the day on which it does. */
  readonly by: string;
  readonly today: Day;
}

/** Why a day of payment that is still to come is refused. */
export const PAID_TOO_SOON = "The day of payment can't be after today.";

/** Not paid yet: waiting, or put in a payment file. */
export const isOpen = ({ status }: Payout): boolean => status === "open" || status === "sent";

/** Whether a payout is what its lines say: their sum, in its currency, owed to whom it pays. */
export const isItsLines = (
  work: Work<"rewards">,
  { key, amount, partner, currency }: Payout,
): boolean => {
  const lines = work.where("rewards", "payout", key);
  const isAlike = lines.every((line) => line.partner === partner && line.currency === currency);
  return isAlike && sumOf(lines) === amount;
};

/** The refusal of a payout whose lines were deleted or typed over. */
export const notItsLines = ({ key }: Payout): DomainError =>
  new DomainError(
    "PAYOUT_NOT_ITS_LINES",
    `The rewards of the payout “${key}” don't add up to its amount. Correct or restore their rows first.`,
  );

/**
 * Records that a payout was paid: its lines become paid (PAYOUT-1, PAYOUT-2). The keys of its lines. Throws
 * PAYOUT_SETTLED, or PAYOUT_NOT_ITS_LINES where the lines don't add up to it.
 */
export function pay(
  work: Work<"payouts" | "rewards">,
  payout: Payout,
  { paidOn, reference, by, today }: Payment,
): readonly Key[] {
  if (!isOpen(payout)) throw new DomainError("PAYOUT_SETTLED");
  const lines = work.where("rewards", "payout", payout.key);
  if (!isItsLines(work, payout)) throw notItsLines(payout);
  work.update("payouts", payout.key, { status: "paid", paidOn, reference, decidedBy: by });
  for (const reward of lines) {
    changeReward(work, reward, { status: "paid", paidOn, decidedBy: by, decidedOn: today });
  }
  return lines.map(({ key }) => key);
}
