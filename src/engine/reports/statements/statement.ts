import type { Month } from "../../kernel/day";
import { sumOf } from "../../kernel/group-by";
import { invoiceKey, type Key } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import { ownKey, sortBy } from "../../kernel/order";
import type { Payout, Reward } from "../../tables";

/** Whose statement it is: one partner, one currency, one invoice month. */
export interface StatementOf {
  readonly partner: Key;
  readonly currency: Currency;
  readonly month: Month;
}
/** The balance of one statement, in minor units of its currency: opening + earned − paidOut = closing. */
export type Balance = ReturnType<typeof balanceOf>;

/**
 * The balance of one statement, calculated from rows alone (STATEMENT-2). Carried lines count once, in
 * the month that first invoiced them, and move on in the balance until a payout takes them.
 */
export function balanceOf(rewards: readonly Reward[], payouts: readonly Payout[], of: StatementOf) {
  const own = <R extends { readonly partner: Key; readonly currency: Currency }>(row: R): boolean =>
    row.partner === of.partner && row.currency === of.currency;
  // Invoice keys of one currency are in the order of their months.
  const now = invoiceKey(of.month, of.currency);
  const counted = rewards.filter(own).map((line) => ({ on: countedOn(line), line }));
  const paid = payouts.filter(own);
  const before = sumOf(
    counted.filter(({ on }) => on !== null && on < now),
    ({ line }) => amountOf(line),
  );
  const opening = before - subtracted(paid.filter(({ invoice }) => invoice < now));
  const lines = sortByDayEarned(counted.flatMap(({ on, line }) => (on === now ? [line] : [])));
  const ownPayouts = sortBy(
    paid.filter(({ invoice }) => invoice === now),
    ownKey,
  );
  const earned = sumOf(lines, amountOf);
  const paidOut = subtracted(ownPayouts);

  return {
    /** Carried in: the closing of the month before. */
    opening,
    /** The rewards, adjustments included, first invoiced this month, by the day earned. */
    lines,
    /** The sum of the lines. */
    earned,
    /** The payouts of this month's invoice, returned ones too: those are shown, but not subtracted. */
    payouts: ownPayouts,
    paidOut,
    /** Carried out: what is owed after this month's payout; negative where the partner owes. */
    closing: opening + earned - paidOut,
  };
}

/**
 * The invoice in whose statement a reward is a line: the first that became final with it, or while in review the
 * one it is approved on. Null where it stands below the balance or counts nowhere.
 */
export function countedOn({
  firstInvoice,
  invoice,
  status,
}: Pick<Reward, "firstInvoice" | "invoice" | "status">): Key | null {
  if (firstInvoice !== null) return firstInvoice;
  return status === "approved" || status === "paid" ? invoice : null;
}

/** A line's amount as accepted: what was typed over it since is not in the balance until a run took it over. */
export const amountOf = ({ accepted, amount }: Pick<Reward, "accepted" | "amount">): number =>
  accepted?.amount ?? amount;

/** A returned payout came back: the next one, on the same invoice, is subtracted in its stead. */
const subtracted = (payouts: readonly Payout[]): number =>
  sumOf(payouts, ({ status, amount }) => (status === "returned" ? 0 : amount));

/** By the day earned, then by key. */
export const sortByDayEarned = (rewards: readonly Reward[]): readonly Reward[] =>
  sortBy(rewards, ({ earnedOn }) => earnedOn, ownKey);
