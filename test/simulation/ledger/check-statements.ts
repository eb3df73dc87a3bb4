import { plusMonths } from "../calendar";
import type { Row } from "../life";
import type { Books, Complain } from "./books";
import { sum } from "./money";

/** One partner's balance in one currency and month, in minor units: opening + lines − payouts = closing. */
export interface Balance {
  readonly opening: number;
  readonly lines: number;
  readonly payouts: number;
  readonly closing: number;
}
export interface Account {
  readonly partner: string;
  readonly currency: string;
}

/** The invoice in whose statement a reward is a line, or blank where it stands below the balance. */
const countedOn = (reward: Row): string => {
  const isIn = reward.Status === "approved" || reward.Status === "paid";
  return String(reward["First invoice"] || (isIn ? reward.Invoice : ""));
};

/** The balance of a month, from the rewards and payouts alone. */
export function balanceOf(books: Books, { partner, currency }: Account, month: string): Balance {
  const own = ({ Partner, Currency }: Row) => Partner === partner && Currency === currency;
  const rewards = books.rows.Rewards.filter(own).filter((row) => countedOn(row) !== "");
  const payouts = books.rows.Payouts.filter(own).filter(({ Status }) => Status !== "returned");
  const now = `inv_${month}_${currency}`;
  const lines = sum(rewards.filter((row) => countedOn(row) === now));
  const paid = sum(payouts.filter(({ Invoice }) => Invoice === now));
  const before = sum(rewards.filter((row) => countedOn(row) < now));
  const opening = before - sum(payouts.filter(({ Invoice }) => String(Invoice) < now));
  return { opening, lines, payouts: paid, closing: opening + lines - paid };
}

/** What is carried out of a month is what was counted by then and is on no payout up to then. */
export function checkStatements(books: Books, complain: Complain): void {
  for (const { partner, currency, month } of accounts(books)) {
    const { closing } = balanceOf(books, { partner, currency }, month);
    const now = `inv_${month}_${currency}`;
    const carried = books.rows.Rewards.filter((row) => {
      if (row.Partner !== partner || row.Currency !== currency) return false;
      const counted = countedOn(row);
      const isPaidOut = row.Payout !== "" && String(row.Invoice) <= now;
      return counted !== "" && counted <= now && !isPaidOut;
    });
    if (sum(carried) !== closing) {
      complain(
        `${partner} ${currency} ${month}: closes with ${closing}, and ${sum(carried)} is carried`,
      );
    }
  }
}

function accounts(books: Books): readonly (Account & { readonly month: string })[] {
  const months = [...new Set(books.rows.Invoices.map(({ Month }) => String(Month)))]
    .sort()
    .slice(-3);
  const whose = new Map(
    books.rows.Rewards.map(({ Partner, Currency }) => [
      `${Partner} ${Currency}`,
      { partner: String(Partner), currency: String(Currency) },
    ]),
  );
  return [...whose.values()].flatMap((each) => months.map((month) => ({ ...each, month })));
}

interface Shown {
  readonly opening: { readonly amount: number };
  readonly lines: { readonly total: { readonly amount: number } };
  readonly payouts: { readonly total: { readonly amount: number } };
  readonly closing: { readonly amount: number };
}

/** The statement that a partner sees says the same, and opens with what the month before closed with. */
export function checkShown(
  books: Books,
  account: Account,
  month: string,
  shown: Shown,
  complain: Complain,
): void {
  const { opening, lines, payouts, closing } = balanceOf(books, account, month);
  const wanted = [opening, lines, payouts, closing].join(" ");
  const amounts = [shown.opening, shown.lines.total, shown.payouts.total, shown.closing];
  const said = amounts.map(({ amount }) => amount).join(" ");
  const name = `the statement of ${account.partner}, ${account.currency} ${month}`;
  if (said !== wanted) complain(`${name} shows ${said}, not ${wanted}`);
  const before = balanceOf(books, account, plusMonths(month, -1)).closing;
  if (before !== opening) complain(`${name} opens with ${opening} after ${before}`);
}
