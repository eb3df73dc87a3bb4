import { reviewEnd } from "../../invoices/months";
import { addToMonth, type Day, firstDay, type Month, monthOf } from "../../kernel/day";
import { invoiceKey } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import type { Work } from "../../program/work";
import type { Reward } from "../../tables";
import { countedOn, type StatementOf, sortByDayEarned } from "./statement";

type Tables = "settings" | "invoices";

/** The pending, held and declined rewards below one statement's balance, by the day earned (STATEMENT-4, STATEMENT-9). */
export function rewardsBelow(work: Work<Tables>, rewards: readonly Reward[], of: StatementOf) {
  const now = invoiceKey(of.month, of.currency);
  const own = sortByDayEarned(
    rewards
      .filter(({ partner, currency }) => partner === of.partner && currency === of.currency)
      .filter(({ firstInvoice }) => firstInvoice === null),
  );
  const isLater = (reward: Reward): boolean => {
    const on = countedOn(reward);
    return on === null || on > now;
  };
  return {
    /** Pending, or approved and not invoiced up to this month. */
    pending: own.filter(
      (reward) => reward.status === "pending" || (reward.status === "approved" && isLater(reward)),
    ),
    held: own.filter(({ status }) => status === "held"),
    /** Declined, told in this month's statement. */
    declined: own.filter(
      (reward) =>
        reward.status === "declined" && isToTell(reward) && toldIn(work, reward) === of.month,
    ),
  };
}

/** A line that the program made and ended, since there was nothing to adjust, never concerned the partner. */
export const isToTell = ({ adjusts, amount }: Reward): boolean => adjusts === null || amount !== 0;

/** The first month from the one earned whose statement was not out yet when the reward was declined (STATEMENT-9). */
function toldIn(work: Work<Tables>, { earnedOn, decidedOn, currency }: Reward): Month {
  let month = monthOf(earnedOn);
  while (decidedOn !== null && isReviewed(work, month, currency, decidedOn)) {
    month = addToMonth(month, 1);
  }
  return month;
}

/** Whether a month's review was over on a day; where nothing was due in that currency, as it usually is. */
function isReviewed(work: Work<Tables>, month: Month, currency: Currency, on: Day): boolean {
  const invoice = work.get("invoices", invoiceKey(month, currency));
  if (invoice) return invoice.finalizedOn !== null && invoice.finalizedOn <= on;
  return reviewEnd(work.settings, month, firstDay(addToMonth(month, 1))) < on;
}
