import { quoted } from "../cells";
import { format } from "../money";
import type { ProblemCode } from "../problem";
import type { Payout } from "../tables";
import type { Work } from "../work";
import { sumOf } from "./partner-sums";
import { isOpen } from "./pay";

type Tables = "partners" | "invoices" | "payouts" | "rewards";

/**
 * Reports what keeps money from being paid: a payout whose partner's or invoice's row is gone, one whose lines don't
 * add up to it, and a line that names an invoice or payout that is not there. Nothing is changed, so nothing is lost.
 */
export function checkPayouts(work: Work<Tables>): void {
  for (const payout of work.all("payouts")) checkPayout(work, payout);
  for (const { key, invoice, payout } of work.all("rewards")) {
    const report = (column: string, named: string) =>
      work.report({
        code: "REFERENCE_UNKNOWN",
        at: { table: "Rewards", row: key, column },
        message: `There is no ${column.toLowerCase()} ${quoted(named)}. ${RESTORE}`,
      });
    if (invoice !== null && !work.has("invoices", invoice)) report("Invoice", invoice);
    if (payout !== null && !work.has("payouts", payout)) report("Payout", payout);
  }
}

const RESTORE = "Restore its row from the version history.";

function checkPayout(work: Work<Tables>, payout: Payout): void {
  const report = (code: ProblemCode, column: string, message: string) =>
    work.report({ code, at: { table: "Payouts", row: payout.key, column }, message });
  if (!work.has("invoices", payout.invoice)) {
    const message = `There is no invoice ${quoted(payout.invoice)}. ${RESTORE}`;
    report("REFERENCE_UNKNOWN", "Invoice", message);
  }
  if (!isOpen(payout)) return;
  if (!work.has("partners", payout.partner)) {
    const message = `There is no partner ${quoted(payout.partner)}. ${RESTORE} The payout stays, and is still owed.`;
    report("REFERENCE_UNKNOWN", "Partner", message);
  }
  const { currency } = payout;
  const amount = sumOf(work.where("rewards", "payout", payout.key));
  if (amount !== payout.amount) {
    const come = `Its rewards come to ${format({ amount, currency })}, not ${format(payout)}`;
    const message = `${come}: a row was deleted or can't be read. Restore or correct it; until then this payout can't be paid.`;
    report("AMOUNT_LOCKED", "Amount", message);
  }
}
