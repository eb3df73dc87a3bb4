import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import type { Measure, WorkOn } from "../program/work";
import type { Drip, Transaction } from "../tables";
import { countedOf, currencyOf, type RefundRow, refundNow } from "./refund-row";

type Refunds = WorkOn<{ readonly transactions: RefundRow }>;
/** A refund of a sale; `amount` in minor units, always positive. */
export interface Refund {
  readonly key: Key;
  readonly date: Day;
  readonly amount: number;
}

/** What a sale's refunds count against: its amount when it was judged, whatever was typed since (TARGET-4). Minor units. */
export const judgedAmountOf = ({
  judgedAs,
  amount,
}: Pick<Transaction, "judgedAs" | "amount">): number => judgedAs?.amount ?? amount;

/** How many refunds count for a sale, by the sale's key. */
const refundsBySale: Measure<"transactions", RefundRow> = {
  table: "transactions",
  bucketOf: (row) => countedOf(row)?.sale,
  amountOf: () => 1,
};

/** The rows that count as refunds of a sale, also where another sale was typed into one since. */
export function refundRowsOf<R extends RefundRow>(
  work: WorkOn<{ readonly transactions: R }>,
  sale: Key,
): readonly R[] {
  const count = work.sum(refundsBySale, sale);
  if (count === 0) return [];
  const isOfSale = (row: RefundRow) => countedOf(row)?.sale === sale;
  const rows = work.where("transactions", "refundOf", sale as never).filter(isOfSale);
  const all = rows.length === count ? rows : work.all("transactions").filter(isOfSale);
  return [...all].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** The refunds of a sale that took effect, as they were counted, by date, clock time, then key (TIME-3). */
export const refundsOf = (work: Refunds, sale: Key): readonly Refund[] =>
  refundRowsOf(work, sale).map((row) => ({
    key: row.key,
    date: row.date.day,
    amount: countedOf(row)?.amount ?? 0,
  }));

/** The refunds of a sale as their rows say now, taken in by a run or not yet. */
export const refundsAsTyped = (work: Refunds, sale: Key): readonly Refund[] =>
  work
    .where("transactions", "refundOf", sale)
    .flatMap((row) => {
      const now = refundNow(work, row);
      return now ? [{ row, amount: now.amount }] : [];
    })
    .sort((a, b) => (orderOf(a.row) < orderOf(b.row) ? -1 : 1))
    .map(({ row: { key, date }, amount }) => ({ key, date: date.day, amount }));

/** What stands beside a sale as given back, in minor units: archived rows too, which an import would else add anew (IMPORT-10). */
export const refundsBeside = (work: Refunds, sale: Key): readonly { readonly amount: number }[] =>
  work
    .where("transactions", "refundOf", sale)
    .flatMap((row) => refundNow(work, { ...row, status: "active" }) ?? []);

/** Where a row comes among others of its kind: the order in which days are lived. */
export const orderOf = ({ key, date }: Pick<Transaction, "key" | "date">): string =>
  [date.day, date.time || "00:00:00", key].join("\u0001");

/** What is left of an amount after refunds; what exceeds it is ignored. Minor units. */
export function netOfRefunds(amount: number, refunds: readonly Refund[]): number {
  return Math.max(
    0,
    refunds.reduce((kept, refund) => kept - refund.amount, amount),
  );
}

/** The refund with which the sale's whole amount was given back. */
export function completingRefund(amount: number, refunds: readonly Refund[]): Refund | undefined {
  let left = amount;
  if (amount <= 0) return undefined;
  return refunds.find((refund) => {
    left -= refund.amount;
    return left <= 0;
  });
}

/** The day by which refunds gave back a whole amount, never before the sale's own (TIME-5). */
export function fullRefundDay(amount: number, soldOn: Day, refunds: readonly Refund[]) {
  const full = completingRefund(amount, refunds);
  if (!full) return undefined;
  return full.date < soldOn ? soldOn : full.date;
}

/** The same for a sale and the refunds that took effect. */
export const refundedInFullOn = (work: Refunds, sale: RefundRow): Day | undefined =>
  fullRefundDay(judgedAmountOf(sale), sale.date.day, refundsOf(work, sale.key));

/** What the customer kept of a sale: its amount less the refunds that took effect. Minor units. */
export const netOfSale = (work: Refunds, sale: RefundRow): number =>
  netOfRefunds(judgedAmountOf(sale), refundsOf(work, sale.key));

/**
 * The refunds of a sale that lower an amount in a currency: where the sale is in another one since, only all of it together, since
 * nothing is converted (TARGET-12b).
 */
export function refundsIn(work: Refunds, key: Key, currency: Currency): readonly Refund[] {
  const refunds = refundsOf(work, key);
  const sale = work.get("transactions", key);
  if (!sale || currencyOf(work, sale) === currency) return refunds;
  const full = completingRefund(judgedAmountOf(sale), refunds);
  return full ? [{ ...full, amount: Number.MAX_SAFE_INTEGER }] : [];
}

/** What the customer kept of a drip's base amount; null where the drip has none (a flat one). */
export function netOfDripBase(work: Refunds, drip: Drip): number | null {
  if (drip.base === null) return null;
  return drip.transaction === null
    ? drip.base
    : netOfRefunds(drip.base, refundsIn(work, drip.transaction, drip.currency));
}
