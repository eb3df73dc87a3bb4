import type { Day } from "../day";
import { accept } from "../rewards/grant";
import { IN_THE_SHEET } from "../rewards/log-edits";
import type { Payout, Reward } from "../tables";
import type { Work } from "../work";
import { isOpen } from "./pay";

type Tables = "payouts" | "rewards";

/**
 * Takes over a payout that a person typed to be paid: its lines become paid, as by the sidebar (product.md §2:
 * typed and written are the same). What may not be is put back and reported: lines that don't add up to the
 * payout, and a paid one typed open, which would be paid twice.
 */
export function acceptPayouts(work: Work<Tables>, today: Day): void {
  for (const payout of work.all("payouts")) {
    const lines = work.where("rewards", "payout", payout.key);
    const isPaid = lines.length > 0 && lines.every(({ status }) => status === "paid");
    if (payout.status === "paid" && !isPaid) settle(work, payout, lines, today);
    else if (isOpen(payout) && isPaid) {
      work.update("payouts", payout.key, { status: "paid" });
      report(work, payout, "Its rewards are paid, so the status was put back to paid.");
    }
  }
}

function settle(work: Work<Tables>, payout: Payout, lines: readonly Reward[], today: Day): void {
  if (lines.reduce((sum, { amount }) => sum + amount, 0) !== payout.amount) {
    const status = payout.paidOn === null ? "open" : payout.status;
    work.update("payouts", payout.key, { status });
    report(work, payout, "Its rewards don't add up to its amount. Correct or restore their rows.");
    return;
  }
  const paidOn = payout.paidOn ?? today;
  const decidedBy = payout.decidedBy ?? IN_THE_SHEET;
  work.update("payouts", payout.key, { paidOn, decidedBy });
  for (const reward of lines) {
    const paid = { ...accept(reward, { status: "paid" }), paidOn, decidedBy, decidedOn: today };
    work.update("rewards", reward.key, paid);
  }
}

function report(work: Work<Tables>, { key }: Payout, message: string): void {
  const at = { table: "Payouts", row: key, column: "Status" };
  work.report({ code: "STATUS_ILLEGAL", at, message });
}
