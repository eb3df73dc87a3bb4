import type { Day } from "../day";
import { type Key, payoutKey } from "../keys";
import { accept } from "../rewards/grant";
import type { Invoice, Reward } from "../tables";
import type { Work } from "../work";
import { deriveInvoice } from "./derive";
import { isFinal } from "./locked";

type Tables = "settings" | "partners" | "invoices" | "payouts" | "rewards";

interface Finalizing {
  readonly today: Day;
  readonly run: string | null;
  /** Who approves the lines still pending: an account, or "silence". */
  readonly by: string;
}

/**
 * Makes final every invoice whose review is over and that is not paused, oldest first; never one opened the
 * same day (product.md §6). How many became final.
 */
export function finalizeInvoices(work: Work<Tables>, today: Day, run: string): number {
  const due = work
    .where("invoices", "finalizedOn", null)
    .filter(({ paused, reviewEndsOn, openedOn }) => {
      return !paused && reviewEndsOn < today && openedOn < today;
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  if (due.length === 0) return 0;
  const unreadable = invoicesWithUnreadableLines(work);
  let count = 0;
  for (const { key } of due) {
    if (unreadable.has(key)) reportUnreadable(work, key);
    else {
      finalizeInvoice(work, key, { today, run, by: "silence" });
      count++;
    }
  }
  return count;
}

/** The invoices on which a reward stands whose row can't be read: they can't be added up yet. */
export function invoicesWithUnreadableLines(work: Work<"rewards">): ReadonlySet<Key> {
  const rows = work.program.tables.rewards?.rows ?? [];
  return new Set(
    rows.filter(({ record }) => !record).map(({ raw }) => String(raw.cells.invoice ?? "")),
  );
}

function reportUnreadable(work: Work<Tables>, row: Key): void {
  const message =
    "A reward of this invoice can't be read, so it stays in review. Correct that reward.";
  work.report({
    code: "CELL_NOT_IN_LIST",
    at: { table: "Invoices", row, column: "Lines" },
    message,
  });
}

/**
 * Locks an invoice's lines and makes one payout a partner. A line still pending is approved or moved on
 * (setting); a partner's sum that is negative or below the minimum is carried, one of exactly 0 is settled.
 */
export function finalizeInvoice(work: Work<Tables>, key: Key, how: Finalizing): void {
  const invoice = work.get("invoices", key) as Invoice;
  for (const reward of work.where("rewards", "invoice", key))
    settleReview(work, invoice, reward, how);
  work.update("invoices", key, { finalizedOn: how.today, paused: false });
  for (const [partner, lines] of byPartner(work.where("rewards", "invoice", key))) {
    payOrCarry(work, invoice, partner, lines, how);
  }
  deriveInvoice(work, key);
}

function settleReview(work: Work<Tables>, invoice: Invoice, reward: Reward, how: Finalizing): void {
  switch (reward.status) {
    case "approved":
    case "paid":
      return;
    case "held":
    case "declined":
      work.update("rewards", reward.key, { invoice: null });
      return;
    case "pending":
      work.update(
        "rewards",
        reward.key,
        work.settings.silenceApproves
          ? { ...accept(reward, { status: "approved" }), decidedBy: how.by, decidedOn: how.today }
          : { invoice: nextInReview(work, invoice) },
      );
      return;
    default:
      reward.status satisfies never;
  }
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

function payOrCarry(
  work: Work<Tables>,
  invoice: Invoice,
  partner: Key,
  lines: readonly Reward[],
  { today, run, by }: Finalizing,
): void {
  const amount = lines.reduce((sum, reward) => sum + reward.amount, 0);
  if (isCarried(work, invoice, partner, amount)) {
    const next = nextInReview(work, invoice);
    for (const { key, firstInvoice } of lines) {
      work.update("rewards", key, { invoice: next, firstInvoice: firstInvoice ?? invoice.key });
    }
    return;
  }
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
function nextInReview(work: Work<"invoices">, invoice: Invoice): Key | null {
  const later = work
    .where("invoices", "currency", invoice.currency)
    .filter((each) => each.month > invoice.month && !isFinal(each))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  return later[0]?.key ?? null;
}
