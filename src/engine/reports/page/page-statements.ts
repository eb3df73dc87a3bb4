import type { Month } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import type { Work } from "../../program/work";
import type { Reward } from "../../tables";
import { lastFinalMonth } from "../statements/statement-final";
import { codeReader } from "../statements/whole-statement";

/** A statement that is final, by its figures and code. */
export interface PageStatement {
  readonly month: Month;
  readonly currency: Currency;
  readonly opening: number;
  readonly closing: number;
  /** What the payouts of that month took. */
  readonly paidOut: number;
  readonly code: string;
}

/**
 * Answers a partner's last statement in a currency that is final and says anything, by the partner's rewards (PARTNER-5): that
 * of the last month that is final, where something was carried into it at least; else that of the last month that had one of them.
 */
export function lastStatements(
  work: Work<"settings" | "rewards" | "payouts" | "invoices">,
): (partner: Key, currency: Currency, rewards: readonly Reward[]) => readonly PageStatement[] {
  const codeOf = codeReader(work);
  const lastMonths = new Map<Currency, Month | undefined>();
  const monthOf = (invoice: Key | null): Month | undefined =>
    invoice === null ? undefined : work.get("invoices", invoice)?.month;
  return (partner, currency, rewards) => {
    if (!lastMonths.has(currency)) lastMonths.set(currency, lastFinalMonth(work, currency));
    const last = lastMonths.get(currency);
    if (last === undefined) return [];
    const before = rewards
      .filter((each) => each.currency === currency)
      .flatMap(({ invoice, firstInvoice }) => [monthOf(invoice), monthOf(firstInvoice)])
      .reduce((most: Month | undefined, month) => later(most, month, last), undefined);
    for (const month of new Set([last, before])) {
      const found = month && codeOf({ partner, month, currency });
      if (!found) continue;
      const { opening, closing, paidOut } = found.balance;
      return [{ month, currency, opening, closing, paidOut, code: found.code }];
    }
    return [];
  };
}

/** The later of two months, of those that are no later than `last`. */
const later = (one: Month | undefined, other: Month | undefined, last: Month): Month | undefined =>
  other === undefined || other > last || (one !== undefined && one >= other) ? one : other;
