import {
  addDays,
  addToMonth,
  type Day,
  dayOfMonth,
  daysBetween,
  type Month,
  parseDay,
  parseMonth,
} from "../kernel/day";
import type { Work } from "../program/work";
import type { Invoice } from "../tables";
import { type Settings, settingDefinitions, startMonth } from "../tables/setting-definitions";

const { key: SETTING, note } = settingDefinitions.lastMonthOpened;

/** The last month whose invoices were opened, as this working copy knows it. */
function lastMonthOpened(work: Work<"settings">): Month | null {
  const typed = work.get("settings", SETTING)?.value;
  return parseMonth((typed ?? "").slice(0, 7)) ?? work.settings.lastMonthOpened;
}

export function setLastMonthOpened(work: Work<"settings">, month: Month): void {
  if (work.get("settings", SETTING)) work.update("settings", SETTING, { value: month });
  else work.insert("settings", { key: SETTING, value: month, note });
}

/** The first month that is not opened yet: the start's month, or the one after the last (JUDGE-13). */
export function firstMonthToOpen(work: Work<"settings">): Month {
  const last = lastMonthOpened(work);
  return last === null ? startMonth(work.settings) : addToMonth(last, 1);
}

const usualReviewEnd = (settings: Settings, month: Month): Day =>
  dayOfMonth(addToMonth(month, 1), settings.reviewEndsOnDay);

/** The review's last day: the 7th (setting), or the sixth day after it was really opened, the later (INVOICE-9). */
export function reviewEnd(settings: Settings, month: Month, openedOn: Day): Day {
  const usual = usualReviewEnd(settings, month);
  const least = addDays(openedOn, 6);
  return usual > least ? usual : least;
}

/** When an invoice is expected to be paid; null while it is paused past its window, since nobody knows when it goes on (PAYDATE-5). */
export function paymentOfInvoice(work: Work<"settings">, invoice: Invoice): Day | null {
  const last = lastReviewDay(work, invoice);
  return last === null ? null : expectedPayment(work.settings, invoice.month, last);
}

/** The last day of its review: the day before it really became final, until then the planned one. */
function lastReviewDay(
  work: Work<"settings">,
  { finalizedOn, reviewEndsOn, paused }: Invoice,
): Day | null {
  if (finalizedOn !== null) return addDays(finalizedOn, -1);
  return paused && reviewEndsOn < lastDayLived(work) ? null : reviewEndsOn;
}

/** The last day that runs have gone through, as this working copy knows it. */
export function lastDayLived(work: Work<"settings">): Day {
  const typed = work.get("settings", settingDefinitions.livedUntil.key)?.value;
  return parseDay(typed ?? "") ?? work.settings.livedUntil ?? work.settings.programStart;
}

/**
 * When a month's invoice is expected to be paid: the payout day of the month after, clamped to that month's
 * end; after a late review, as many days after its end as usual (PAYDATE-2, PAYDATE-3).
 */
export function expectedPayment(settings: Settings, month: Month, reviewEndsOn?: Day): Day {
  const usualEnd = usualReviewEnd(settings, month);
  const usual = dayOfMonth(addToMonth(month, 1), settings.payoutDay);
  if (reviewEndsOn === undefined || reviewEndsOn <= usualEnd) return usual;
  return addDays(reviewEndsOn, daysBetween(usualEnd, usual));
}
