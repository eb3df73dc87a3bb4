import type { Day } from "../day";
import { type Key, payoutKey } from "../keys";
import { accept } from "../rewards/grant";
import type { Invoice, Reward } from "../tables";
import type { Work } from "../work";
import { isFinal } from "./locked";

type Tables = "settings" | "partners" | "invoices" | "payouts" | "rewards";

export interface Finalizing {
  readonly today: Day;
  readonly run: string | null;
  /** Who approves the lines still pending: an account, or "silence". */
  readonly by: string;
}
/** A partner's sum in minor units. */
export interface PartnerSum {
  readonly partner: Key;
  readonly amount: number;
}

/**
 * Makes the payout of each partner on a final invoice: the sums that are carried to the next invoice instead
 * (negative, or below the minimum) are returned; one of exactly 0 is settled at once (product.md §6).
 */
export function payOrCarry(
  work: Work<Tables>,
  invoice: Invoice,
  how: Finalizing,
): readonly PartnerSum[] {
  const carried: PartnerSum[] = [];
  for (const [partner, lines] of byPartner(work.where("rewards", "invoice", invoice.key))) {
    const amount = lines.reduce((sum, reward) => sum + reward.amount, 0);
    if (isCarried(work, invoice, partner, amount)) {
      carry(work, invoice, lines);
      carried.push({ partner, amount });
    } else makePayout(work, invoice, { partner, amount }, lines, how);
  }
  return carried;
}

function byPartner(lines: readonly Reward[]): readonly (readonly [Key, Reward[]])[] {
  const groups = new Map<Key, Reward[]>();
  for (const reward of lines) {
    const group = groups.get(reward.partner);
    if (group) group.push(reward);
    else groups.set(reward.partner, [reward]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function carry(work: Work<Tables>, invoice: Invoice, lines: readonly Reward[]): void {
  const next = nextInReview(work, invoice);
  for (const { key, firstInvoice } of lines) {
    work.update("rewards", key, { invoice: next, firstInvoice: firstInvoice ?? invoice.key });
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
    work.update("rewards", reward.key, {
      payout,
      firstInvoice: reward.firstInvoice ?? invoice.key,
      ...(settled ? { ...accept(reward, { status: "paid" }), paidOn: today } : {}),
      ...(settled && reward.decidedBy === null ? { decidedBy: by, decidedOn: today } : {}),
    });
  }
}

/** A negative sum is never paid; one below the currency's minimum neither, but for an archived partner. */
function isCarried(work: Work<Tables>, invoice: Invoice, partner: Key, amount: number): boolean {
  if (amount <= 0) return amount < 0;
  const minimum = work.settings.minimumPayout[invoice.currency] ?? 0;
  return amount < minimum && work.get("partners", partner)?.status !== "archived";
}

/** The next invoice of the currency that is in review, by month; null where the lines wait for an opening. */
export function nextInReview(work: Work<"invoices">, invoice: Invoice): Key | null {
  const later = work
    .where("invoices", "currency", invoice.currency)
    .filter((each) => each.month > invoice.month && !isFinal(each))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  return later[0]?.key ?? null;
}
