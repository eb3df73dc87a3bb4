import { payoutKey } from "../kernel/keys";
import { DomainError } from "../kernel/problem";
import type { Work } from "../program/work";
import { changeReward } from "../rewards/change-reward";
import type { Payout } from "../tables";
import { isItsLines, notItsLines, type Payment } from "./pay";

interface PayoutReturn extends Pick<Payment, "by" | "today"> {
  readonly reason: string;
}

/**
 * Records that a payment came back: the payout stays as returned with its reason, its lines become approved, and
 * a new open payout for them appears on the same invoice, which is Final again (PAYOUT-3). The new payout.
 * Throws PAYOUT_NOT_PAID, or PAYOUT_NOT_ITS_LINES where the lines don't add up to it.
 */
export function returnPayout(
  work: Work<"payouts" | "rewards">,
  payout: Payout,
  { reason, by, today }: PayoutReturn,
): Payout {
  const { invoice, partner, currency, amount } = payout;
  const isTransfer = payout.status === "paid" || payout.status === "sent";
  if (!isTransfer || amount === 0) throw new DomainError("PAYOUT_NOT_PAID");
  const lines = work.where("rewards", "payout", payout.key);
  if (lines.length === 0 || !isItsLines(work, payout)) throw notItsLines(payout);
  work.update("payouts", payout.key, { status: "returned", reason, decidedBy: by });
  let n = 2;
  while (work.has("payouts", payoutKey(invoice, partner, n))) n++;
  const key = payoutKey(invoice, partner, n);
  const made = work.insert("payouts", {
    key,
    invoice,
    partner,
    currency,
    amount,
    status: "open",
  });
  for (const reward of lines) {
    changeReward(work, reward, {
      status: "approved",
      payout: key,
      paidOn: null,
      decidedBy: by,
      decidedOn: today,
    });
  }
  return made;
}
