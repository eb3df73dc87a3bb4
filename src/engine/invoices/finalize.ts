import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import { ownKey, sortBy } from "../kernel/order";
import type { Work } from "../program/work";
import { changeReward } from "../rewards/change-reward";
import type { Invoice, Reward } from "../tables";
import { deriveInvoice } from "./derive";
import type { PartnerSum } from "./partner-sums";
import { type Finalizing, nextInReview, payOrCarry } from "./pay-or-carry";
import { invoicesWithUnreadableLines } from "./unreadable";

type Tables = "settings" | "partners" | "invoices" | "payouts" | "rewards";

/**
 * Makes final every invoice whose review is over and that is not paused, oldest first; never one opened the
 * same day (INVOICE-9, INVOICE-12). How many became final.
 */
export function finalizeInvoices(work: Work<Tables>, today: Day, run: string): number {
  const isDue = ({ paused, reviewEndsOn, openedOn }: Invoice) =>
    !paused && reviewEndsOn < today && openedOn < today;
  const due = sortBy(work.where("invoices", "finalizedOn", null).filter(isDue), ownKey);
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
 * (setting). The partners' sums that were carried to the next invoice.
 */
export function finalizeInvoice(
  work: Work<Tables>,
  key: Key,
  how: Finalizing,
): readonly PartnerSum[] {
  const invoice = work.get("invoices", key) as Invoice;
  for (const reward of work.where("rewards", "invoice", key))
    settleReview(work, invoice, reward, how);
  work.update("invoices", key, { finalizedOn: how.today, paused: false });
  const carried = payOrCarry(work, invoice, how);
  deriveInvoice(work, key);
  return carried;
}

function settleReview(work: Work<Tables>, invoice: Invoice, reward: Reward, how: Finalizing): void {
  switch (reward.status) {
    case "approved":
    case "paid":
      return;
    case "held":
    case "declined":
      changeReward(work, reward, { invoice: null });
      return;
    case "pending":
      changeReward(
        work,
        reward,
        work.settings.silenceApproves
          ? { status: "approved", decidedBy: how.by, decidedOn: how.today }
          : { invoice: nextInReview(work, invoice) },
      );
      return;
    default:
      reward.status satisfies never;
  }
}
