import { deriveInvoice } from "../invoices/derive";
import { isItsLines } from "../invoices/pay";
import { quoted } from "../kernel/cells";
import { sumOf } from "../kernel/group-by";
import type { Key } from "../kernel/keys";
import { say } from "../kernel/say";
import type { Work } from "../program/work";
import { isFinal } from "../rewards/final";
import type { Invoice, Payout, Reward } from "../tables";
import { type Finding, finding, type HealthCheck } from "./health-check";
import { OR_TAKE, takeOff } from "./impossible-statuses";

/** Invoices and payouts that are not the sum of their lines (INVOICE-22). */
export const wrongSums: HealthCheck = {
  label: "Invoices and payouts that don't add up",
  marks: true,
  find: (work) => [
    ...work.all("invoices").flatMap((invoice) => ofInvoice(work, invoice)),
    ...work.all("payouts").flatMap((payout) => ofPayout(work, payout)),
  ],
  repairs: {
    "take off": takeOff,
    "work out": {
      label: "Recalculate it",
      act: (work, { key }) => {
        deriveInvoice(work, key);
        return `Recalculated ${key}`;
      },
    },
  },
};

function ofInvoice(work: Work, invoice: Invoice): readonly Finding[] {
  const { key, total, lines: count, currency } = invoice;
  const lines = work.where("rewards", "invoice", key);
  const money = (amount: number) => ({ amount, currency });
  if (lines.length !== count || sumOf(lines) !== total) {
    const message = say`It says ${count} lines totalling ${money(total)}, but its rewards are ${lines.length} totalling ${money(sumOf(lines))}.`;
    return [finding("invoices", key, "total", message, ["work out"])];
  }
  if (!isFinal(invoice)) return [];
  return lines
    .filter(({ payout }) => payout === null)
    .map((line) => {
      const isSafe = isSurelyUnpaid(work, line);
      const message = say`It is on the final invoice ${{ invoice: key }}, but no payout pays it. Restore its row from the version history.${isSafe ? OR_TAKE : ""}`;
      return finding("rewards", line.key, "payout", message, isSafe ? ["take off"] : []);
    });
}

/** Whether the invoice surely paid nothing of this line: no payout of its partner there has other lines than it was made of. */
const isSurelyUnpaid = (work: Work, { status, partner, invoice }: Reward): boolean =>
  (status === "approved" || status === "pending") &&
  work
    .where("payouts", "invoice", invoice as Key)
    .every((each) => each.partner !== partner || isAsMade(work, each));
const isAsMade = (work: Work, payout: Payout): boolean =>
  payout.status === "returned" || isItsLines(work, payout);

/** A returned payout's lines have gone on to the next one. */
function ofPayout(work: Work, payout: Payout): readonly Finding[] {
  const { key, status, amount, currency, partner } = payout;
  if (isAsMade(work, payout)) return [];
  const lines = work.where("rewards", "payout", key);
  const sum = sumOf(lines);
  const until = status === "paid" ? "" : "; until then this payout can't be paid";
  const come = say`Its rewards come to ${{ amount: sum, currency }}, not ${{ amount, currency }}`;
  if (sum !== amount) {
    const message = say`${come}: a row was deleted, can't be read, or one of the two was changed manually. Fix that${until}.`;
    return [finding("payouts", key, "amount", message)];
  }
  const other = lines.find((line) => line.partner !== partner || line.currency !== currency);
  const message = `It pays ${quoted(other?.key ?? "")}, which is not ${partner}'s in ${currency}. Correct that reward's row${until}.`;
  return [finding("payouts", key, "partner", message)];
}
