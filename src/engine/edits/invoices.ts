import { dayOfRun, type Key } from "../kernel/keys";
import type { Work } from "../program/work";
import type { TypedOver } from "./typed-over";

/**
 * The day on which an invoice became final comes back where a person cleared it: only reopening takes its payouts away,
 * and with them there a second finalizing would pay its lines twice (INVOICE-21).
 */
export const invoicesTyped: TypedOver<"invoices", "finalizedOn"> = {
  table: "invoices",
  counted: (work, { key, finalizedOn, reviewEndsOn }, { today, leaves }) => {
    if (finalizedOn !== null) return {};
    // Finalizing named the payout in each line that it pays, so that lines tell whether Payouts has to be read.
    const isPaying = () =>
      work.where("rewards", "invoice", key).some((line) => line.payout !== null);
    if (leaves.includes("payouts") && !isPaying()) return {};
    const [payout] = work.where("payouts", "invoice", key);
    if (!payout) return {};
    const least = reviewEndsOn < today ? reviewEndsOn : today;
    return { finalizedOn: dayOfRun(payout.run) ?? least };
  },
  final: (work, { key }) => (hasPayouts(work, key) ? "It has payouts, so it is final." : undefined),
  columns: {
    finalizedOn: {
      code: "RECORD_INCONSISTENT",
      instead: "Reopen it in the sidebar before anything is paid.",
    },
  },
};

/** Only a final invoice has payouts; a reopened one has none. */
export const hasPayouts = (work: Work<"payouts">, invoice: Key): boolean =>
  work.where("payouts", "invoice", invoice).length > 0;
