import { addToMonth, type Day, lastDay, type Month, monthOf } from "../kernel/day";
import { groupBy } from "../kernel/group-by";
import { invoiceKey, type Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import { ownKey, sortBy } from "../kernel/order";
import { say } from "../kernel/say";
import type { Work } from "../program/work";
import { changeReward } from "../rewards/change-reward";
import { isFinal } from "../rewards/final";
import type { Invoice, Reward } from "../tables";
import { settingDefinitions } from "../tables/setting-definitions";
import { firstMonthToOpen, reviewEnd, setLastMonthOpened } from "./months";

type Tables = "settings" | "invoices" | "rewards";

/**
 * Opens the invoices of every month that is over and not opened yet, in order: one a currency, with every
 * reward earned up to the month's end that is pending or approved and on no invoice (INVOICE-1, INVOICE-3, INVOICE-4). A
 * currency without lines opens none. How many were opened.
 */
export function openInvoices(work: Work<Tables>, today: Day, run: string): number {
  const last = addToMonth(monthOf(today), -1);
  const first = firstMonthToOpen(work);
  if (first > monthOf(today)) reportAhead(work, addToMonth(first, -1));
  if (first > last) return 0;
  const waiting = rewardsWaiting(work);
  const earliest = waiting[0] ? monthOf(waiting[0].earnedOn) : last;
  let opened = 0;
  let at = 0;
  let left: readonly Reward[] = [];
  for (let month = later(first, earliest); month <= last; month = addToMonth(month, 1)) {
    const end = lastDay(month);
    const lines = [...left];
    for (; at < waiting.length; at++) {
      const reward = waiting[at] as Reward;
      if (reward.earnedOn > end) break;
      lines.push(reward);
    }
    left = sortBy(
      groupBy(lines, ({ currency }) => currency),
      ([currency]) => currency,
    ).flatMap(([currency, own]) => {
      const invoice = openInvoice(work, month, currency, today, run);
      if (!invoice) return own;
      if (invoice.isNew) opened++;
      for (const reward of own) changeReward(work, reward, { invoice: invoice.key });
      return [];
    });
  }
  setLastMonthOpened(work, last);
  return opened;
}

/** Typed ahead, it would keep months closed silently. */
function reportAhead(work: Work<Tables>, month: Month): void {
  const { key: row } = settingDefinitions.lastMonthOpened;
  work.report({
    code: "SETTING_INVALID",
    at: { table: "Settings", row, column: "Value" },
    message: say`${{ month }} is not over, so its invoices can't have been opened, and none is opened before it ends. Type the month that was opened last, or clear the cell.`,
  });
}

const later = (a: Month, b: Month): Month => (a > b ? a : b);

/** The rewards that the next opening may take, by the day earned (INVOICE-2, INVOICE-5). */
function rewardsWaiting(work: Work<Tables>): readonly Reward[] {
  const waiting = work
    .where("rewards", "invoice", null)
    .filter(({ status }) => status === "pending" || status === "approved");
  return sortBy(waiting, ({ earnedOn }) => earnedOn, ownKey);
}

/**
 * The invoice that takes a month's lines, opened where there is none yet. Undefined where its row can't be read or it
 * is final: the lines wait for the next opening.
 */
function openInvoice(
  work: Work<Tables>,
  month: Month,
  currency: Currency,
  today: Day,
  run: string,
): { readonly key: Key; readonly isNew: boolean } | undefined {
  const key = invoiceKey(month, currency);
  if (!work.has("invoices", key)) {
    insertInvoice(work, month, currency, today, run);
    return { key, isNew: true };
  }
  const invoice = work.get("invoices", key);
  return invoice && !isFinal(invoice) ? { key, isNew: false } : undefined;
}

/** Opens one invoice, empty. */
export function insertInvoice(
  work: Work<"invoices">,
  month: Month,
  currency: Currency,
  today: Day,
  run: string | null,
): Invoice {
  return work.insert("invoices", {
    key: invoiceKey(month, currency),
    month,
    currency,
    openedOn: today,
    reviewEndsOn: reviewEnd(work.settings, month, today),
    run,
  });
}
