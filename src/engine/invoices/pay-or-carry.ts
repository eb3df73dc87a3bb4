import type { Day } from "../kernel/day";
import { sumOf } from "../kernel/group-by";
import { type Key, payoutKey } from "../kernel/keys";
import type { Work } from "../program/work";
import { changeReward } from "../rewards/change-reward";
import { isFinal } from "../rewards/final";
import type { Invoice, Reward } from "../tables";
import { linesByPartner, outcomeOfSum, type PartnerSum } from "./partner-sums";

type Tables = "settings" | "partners" | "invoices" | "payouts" | "rewards";

export interface Finalizing {
  readonly today: Day;
  readonly run: string | null;
  /** Who approves the lines still pending: an account, or "silence". */
  readonly by: string;
}

/**
 * Makes the payout of each partner on a final invoice: the sums that are carried to the next invoice instead
 * (negative, or below the minimum) are returned; one of exactly 0 is settled at once (INVOICE-13, INVOICE-16, INVOICE-18).
 */
export function payOrCarry(
  work: Work<Tables>,
  invoice: Invoice,
  how: Finalizing,
): readonly PartnerSum[] {
  const carried: PartnerSum[] = [];
  for (const [partner, lines] of linesByPartner(work.where("rewards", "invoice", invoice.key))) {
    const sum = { partner, amount: sumOf(lines) };
    const outcome = outcomeOfSum(work, invoice.currency, sum);
    if (outcome === "payout" || outcome === "settled") makePayout(work, invoice, sum, lines, how);
    else {
      carry(work, invoice, lines);
      carried.push(sum);
    }
  }
  return carried;
}

function carry(work: Work<Tables>, invoice: Invoice, lines: readonly Reward[]): void {
  const next = nextInReview(work, invoice);
  for (const line of lines) {
    changeReward(work, line, { invoice: next, firstInvoice: line.firstInvoice ?? invoice.key });
  }
}

function makePayout(
  work: Work<Tables>,
  invoice: Invoice,
  { partner, amount }: PartnerSum,
  lines: readonly Reward[],
  { today, run, by }: Finalizing,
): void {
  const before = work
    .where("payouts", "invoice", invoice.key)
    .filter((payout) => payout.partner === partner);
  const payout = payoutKey(invoice.key, partner, before.length + 1);
  const settled = amount === 0;
  work.insert("payouts", {
    key: payout,
    invoice: invoice.key,
    partner,
    currency: invoice.currency,
    amount,
    status: settled ? "paid" : "open",
    paidOn: settled ? today : null,
    run,
  });
  for (const reward of lines) {
    changeReward(work, reward, {
      payout,
      firstInvoice: reward.firstInvoice ?? invoice.key,
      ...(settled ? { status: "paid", paidOn: today } : {}),
      ...(settled && reward.decidedBy === null ? { decidedBy: by, decidedOn: today } : {}),
    });
  }
}

/** The next invoice of the currency that is in review, by month; null where the lines wait for an opening. */
export function nextInReview(work: Work<"invoices">, invoice: Invoice): Key | null {
  const later = work
    .where("invoices", "currency", invoice.currency)
    .filter((each) => each.month > invoice.month && !isFinal(each))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  return later[0]?.key ?? null;
}
