import { IN_THE_SHEET } from "../activity/log-edits";
import { isOpen, PAID_TOO_SOON, pay } from "../invoices/pay";
import { returnPayout } from "../invoices/return-payout";
import type { PayoutStatus } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Payout } from "../tables";
import type { Taking, TypedOver } from "./typed-over";

/** Paid, returned (with its reason), sent, or open again, as by the sidebar; and a day of payment that is corrected (EDIT-6). */
export const payoutsTyped: TypedOver<"payouts", "status" | "paidOn"> = {
  table: "payouts",
  counted: (work, payout) => {
    const status = statusBefore(work, payout);
    if (status !== payout.status) return { status };
    const { key, paidOn } = payout;
    if (status !== "paid" || paidOn === null) return {};
    const other = work.where("rewards", "payout", key).find((line) => line.paidOn !== paidOn);
    return other ? { paidOn: other.paidOn } : {};
  },
  columns: {
    status: { code: "STATUS_ILLEGAL", take: takeStatus },
    paidOn: { code: "CELL_OUT_OF_RANGE", take: takeDay },
  },
};

/** The status that a payout had before a person typed over it, as its lines and its other columns say. */
function statusBefore(work: Work<"rewards">, payout: Payout): PayoutStatus {
  const lines = work.where("rewards", "payout", payout.key);
  if (lines.length > 0 && lines.every(({ status }) => status === "paid")) return "paid";
  if (lines.length === 0 && payout.reason !== null) return "returned";
  // Paid by the program, and its lines' rows were deleted since: open, it could be paid twice.
  const wasSettled = (payout.decidedBy !== null && lines.length === 0) || payout.amount === 0;
  if (payout.paidOn !== null && wasSettled) return "paid";
  return payout.sentOn === null ? "open" : "sent";
}

function takeStatus({ work, row, typed, today }: Taking<"payouts">) {
  const { key, status, paidOn, reference, reason, decidedBy, file } = typed;
  const by = decidedBy ?? IN_THE_SHEET;
  switch (status) {
    case "paid":
      if (!isOpen(row)) return "It was returned; pay the payout that took its place.";
      if (paidOn !== null && paidOn > today) return PAID_TOO_SOON;
      pay(work, row, { paidOn: paidOn ?? today, reference, by, today });
      return undefined;
    case "returned":
      if (reason === null) return "Write the reason first, then type returned.";
      returnPayout(work, row, { reason, by, today });
      return undefined;
    case "sent":
    case "open": {
      if (!isOpen(row)) return row.status === "paid" ? "It is paid." : "It was returned.";
      const isSent = status === "sent";
      work.update("payouts", key, {
        status,
        sentOn: isSent ? today : null,
        file: isSent ? file : null,
      });
      return undefined;
    }
    default:
      return status satisfies never;
  }
}

/** The day of a payment that a person corrected is that of its lines too. */
function takeDay({ work, row: { key }, typed: { paidOn }, today }: Taking<"payouts">) {
  if (paidOn !== null && paidOn > today) return PAID_TOO_SOON;
  work.update("payouts", key, { paidOn });
  for (const line of work.where("rewards", "payout", key)) {
    if (line.paidOn !== paidOn) work.update("rewards", line.key, { paidOn });
  }
  return undefined;
}
