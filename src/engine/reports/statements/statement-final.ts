import { firstMonthToOpen } from "../../invoices/months";
import { addToMonth, type Month } from "../../kernel/day";
import { invoiceKey } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import type { Work } from "../../program/work";
import { isFinal } from "../../rewards/final";

/**
 * Whether the balance of a month and currency can no longer change: the month was opened, and no invoice up to it is
 * in review (STATEMENT-3). An earlier one in review, paused say, still moves the opening.
 */
export function isStatementFinal(
  work: Work<"settings" | "invoices">,
  month: Month,
  currency: Currency,
): boolean {
  if (firstMonthToOpen(work) <= month) return false;
  return work
    .where("invoices", "finalizedOn", null)
    .filter((each) => each.month <= month)
    .every(({ month: open }) => {
      // While another currency's invoice is in review, a person may still open this currency's for that month.
      const own = work.get("invoices", invoiceKey(open, currency));
      return own !== undefined && isFinal(own);
    });
}

/** The last month of which a currency's statements are final, of the year up to now; undefined where there is none. */
export function lastFinalMonth(
  work: Work<"settings" | "invoices">,
  currency: Currency,
): Month | undefined {
  const next = firstMonthToOpen(work);
  const months = Array.from({ length: 12 }, (_, i) => addToMonth(next, -1 - i));
  return months.find((month) => isStatementFinal(work, month, currency));
}
