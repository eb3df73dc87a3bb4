import { linesOf, type Model, type Reward, type Row, saleOf } from "./state";

/** Date, clock time, what must be there first, key: the order within a day, and over all days (TIME-1b). */
const ranks = ["partners", "customers", "transactions", "actions"];
export const before = (a: Row, b: Row): boolean => compare(a, b) < 0;
export function compare(a: Row, b: Row): number {
  const place = (row: Row) => [row.date, row.time, String(ranks.indexOf(row.tab)), row.key];
  const [one, other] = [place(a), place(b)];
  const at = one.findIndex((each, i) => each !== other[i]);
  return at < 0 ? 0 : (one[at] as string) < (other[at] as string) ? -1 : 1;
}

/** The refunds that count for a sale at this moment. */
export const refundsOf = (m: Model, sale: Row): readonly Row[] =>
  [...m.rows.values()].filter((row) => row.counted?.sale === sale.key);

/** The day on which a refund counts: never before its sale (TIME-1d). */
const dayOf = (refund: Row, sale: Row): string =>
  refund.date > sale.date ? refund.date : sale.date;

/** What is left of the amount that a sale was judged at, after all refunds, or those before a day. */
export function kept(m: Model, sale: Row, beforeDay?: string): number {
  const back = refundsOf(m, sale)
    .filter((row) => beforeDay === undefined || dayOf(row, sale) < beforeDay)
    .reduce((sum, { counted }) => sum + (counted?.amount ?? 0), 0);
  return sale.judgedAmount - Math.min(sale.judgedAmount, back);
}

/** What a refund's row says now; null where it counts nothing (TARGET-4). */
export function refundNow(m: Model, row: Row): Row["counted"] {
  const sale = saleOf(m, row.refundOf);
  const isWrong =
    row.archived ||
    !sale?.lived ||
    sale.refundOf !== undefined ||
    sale.currency !== (row.currency || sale.currency);
  return isWrong ? null : { amount: Math.abs(row.amount), sale: sale.key };
}

export function isUndone(m: Model, row: Row): boolean {
  if (row.refundOf === undefined) return row.lived === null;
  const now = refundNow(m, row);
  return now?.amount !== row.counted?.amount || now?.sale !== row.counted?.sale;
}

/** The day on which the refunds of a sale, taken by date, reach the whole. */
export function fullOn(m: Model, sale: Row): string | undefined {
  let sum = 0;
  const last = [...refundsOf(m, sale)].sort(compare).find(({ counted }) => {
    sum += counted?.amount ?? 0;
    return sum >= sale.judgedAmount;
  });
  return last && dayOf(last, sale);
}

/** A reward on a final invoice, or carried from one. */
export const isFinal = (m: Model, reward: Reward): boolean =>
  [reward.invoice, ...reward.carried].some((key) => key !== null && m.invoices.get(key)?.final);

/** What stands of a reward: its row unless declined, and its final lines. */
export const standing = (m: Model, reward: Reward): number =>
  (reward.status === "declined" ? 0 : reward.amount) + finalLines(m, reward);
export const finalLines = (m: Model, reward: Reward): number =>
  linesOf(m, reward)
    .filter((line) => isFinal(m, line))
    .reduce((sum, { amount }) => sum + amount, 0);

/** The row unless declined, and its lines, the open one as if approved (TARGET-13). */
export const net = (m: Model, reward: Reward): number =>
  [reward, ...linesOf(m, reward)].reduce(
    (sum, { status, amount }) => sum + (status === "declined" ? 0 : amount),
    0,
  );
