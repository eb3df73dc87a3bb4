import { type Day, firstDay, type Month } from "../../engine/kernel/day";
import { tagOf } from "../../engine/kernel/locale-tag";
import { type Currency, exponentOf, format, toDecimal } from "../../engine/kernel/money";
import type { PayoutStatus, RewardStatus } from "../../engine/kernel/vocabulary";

/** Statuses as partners read them. */
export const rewardWords: Readonly<Record<RewardStatus, string>> = {
  pending: "Waiting for approval",
  approved: "Approved",
  held: "On hold",
  declined: "Declined",
  paid: "Paid",
};
export const payoutWords: Readonly<Record<PayoutStatus, string>> = {
  open: "To be paid",
  sent: "On its way",
  paid: "Paid",
  returned: "Came back",
};

/** Writes amounts and days as the spreadsheet's locale does; plainly where it is unknown. */
export interface Words {
  readonly money: (amount: number, currency: Currency) => string;
  readonly day: (on: Day) => string;
  readonly month: (month: Month) => string;
}

export function wordsIn(locale: string): Words {
  const tag = tagOf(locale);
  if (tag === undefined) {
    return {
      day: (on) => on,
      month: (month) => month,
      money: (amount, currency) => format({ amount, currency }),
    };
  }
  const noon = (on: Day): Date => new Date(`${on}T12:00:00Z`);
  const days = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  const months = new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone: "UTC" });
  return {
    day: (on) => days.format(noon(on)),
    month: (month) => months.format(noon(firstDay(month))),
    money: (amount, currency) => {
      const digits = exponentOf(currency);
      const style = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      const number = Number(toDecimal({ amount, currency }));
      return `${new Intl.NumberFormat(tag, style).format(number)} ${currency}`;
    },
  };
}
