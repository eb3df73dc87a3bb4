import { IN_THE_SHEET, logEdits, type NoticedEdit } from "../activity/log-edits";
import { isOpen, PAID_TOO_SOON, pay } from "../invoices/pay";
import { returnPayout } from "../invoices/return-payout";
import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Sentence } from "../kernel/message";
import { asRefusal } from "../kernel/problem";
import { say } from "../kernel/say";
import type { PayoutStatus } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Payout } from "../tables";

type Tables = "payouts" | "rewards" | "activity";

/**
 * Takes over what a person typed into a payout's status: paid, returned (with its reason), sent, or open again, as
 * by the sidebar (EDIT-6), and logs it. What may not be is put back and reported.
 */
export function acceptPayouts(work: Work<Tables>, env: Env, run: string | null): void {
  const edits = work.all("payouts").flatMap((payout): readonly NoticedEdit[] => {
    const { key, status } = payout;
    const from = statusBefore(work, payout);
    if (status === from) return takeDay(work, payout, env.today);
    accept(work, payout, from, env.today);
    const now = work.get("payouts", key)?.status;
    return [{ key, from, to: now === status ? status : `${now} (typed ${status})` }];
  });
  logEdits(work, env, run, "payouts", edits);
}

/** The day of a payment that a person corrected is that of its lines too; one still to come is put back. */
function takeDay(
  work: Work<Tables>,
  { key, status, paidOn }: Payout,
  today: Day,
): readonly NoticedEdit[] {
  if (status !== "paid" || paidOn === null) return [];
  const lines = work.where("rewards", "payout", key).filter((line) => line.paidOn !== paidOn);
  const [first] = lines;
  if (!first) return [];
  const from = paidOnText(first.paidOn);
  if (paidOn > today) {
    work.update("payouts", key, { paidOn: first.paidOn });
    const at = { table: "Payouts", row: key, column: "Paid on" };
    const message = `${PAID_TOO_SOON} The day was restored.`;
    work.report({ code: "CELL_OUT_OF_RANGE", at, message });
    return [{ key, from, to: say`${from} (typed ${{ day: paidOn }})` }];
  }
  for (const line of lines) work.update("rewards", line.key, { paidOn });
  return [{ key, from, to: paidOnText(paidOn) }];
}

const paidOnText = (day: Day | null): Sentence =>
  day === null ? "paid on no day" : say`paid on ${{ day }}`;

/** The status that a payout had before a person typed over it, as its lines and its other columns say. */
function statusBefore(work: Work<Tables>, payout: Payout): PayoutStatus {
  const lines = work.where("rewards", "payout", payout.key);
  if (lines.length > 0 && lines.every(({ status }) => status === "paid")) return "paid";
  if (lines.length === 0 && payout.reason !== null) return "returned";
  // Paid by the program, and its lines' rows were deleted since: open, it could be paid twice.
  const wasSettled = payout.decidedBy !== null || payout.amount === 0;
  if (payout.paidOn !== null && wasSettled) return "paid";
  return payout.sentOn === null ? "open" : "sent";
}

function accept(work: Work<Tables>, payout: Payout, was: PayoutStatus, today: Day): void {
  const back = work.update("payouts", payout.key, { status: was });
  try {
    const refused = take(work, payout, back, today);
    if (refused) report(work, payout, say`${refused} The status was set back to ${was}.`);
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    if (!refusal) throw thrown;
    report(work, payout, say`${refusal.sentence} The status was set back to ${was}.`);
  }
}

/** Does what was typed, or says why not. */
function take(
  work: Work<Tables>,
  { key, status, reference, reason, ...typed }: Payout,
  back: Payout,
  today: Day,
): string | undefined {
  const by = typed.decidedBy ?? IN_THE_SHEET;
  switch (status) {
    case "paid":
      if (!isOpen(back)) return "It was returned; pay the payout that took its place.";
      if (typed.paidOn !== null && typed.paidOn > today) return PAID_TOO_SOON;
      pay(work, back, { paidOn: typed.paidOn ?? today, reference, by, today });
      return undefined;
    case "returned":
      if (reason === null) return "Write the reason first, then type returned.";
      returnPayout(work, back, { reason, by, today });
      return undefined;
    case "sent":
    case "open":
      if (!isOpen(back)) return back.status === "paid" ? "It is paid." : "It was returned.";
      work.update("payouts", key, {
        status,
        sentOn: status === "sent" ? today : null,
        file: status === "sent" ? typed.file : null,
      });
      return undefined;
    default:
      return status satisfies never;
  }
}

function report(work: Work<Tables>, { key }: Payout, message: Sentence): void {
  const at = { table: "Payouts", row: key, column: "Status" };
  work.report({ code: "STATUS_ILLEGAL", at, message });
}
