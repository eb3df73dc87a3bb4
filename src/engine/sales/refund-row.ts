import type { Key } from "../kernel/keys";
import { type Currency, exponentOf } from "../kernel/money";
import { isDoubted, type Work, type WorkOn } from "../program/work";
import { type Transaction, tables } from "../tables";
import type { Counted } from "../tables/packed/judged-as";
import { markerOf } from "../tables/packed/marker";
import { parseRow } from "../tables/parse-row";

/** What of a transaction tells whether it is a refund, and what it counts. */
export const refundColumns = [
  "date",
  "amount",
  "currency",
  "refundOf",
  "status",
  "judged",
  "judgedAs",
] as const;
export type RefundRow = Pick<Transaction, "key" | (typeof refundColumns)[number]>;
type Refunds = WorkOn<{ readonly transactions: RefundRow }>;

/**
 * Money given back, which fires no trigger; one without *Refund of* is a problem (REFUND-2, REFUND-3). A judged sale stays one
 * whatever amount is typed over it (EDIT-12b).
 */
export const isRefund = ({
  refundOf,
  amount,
  key,
  judged,
  judgedAs,
}: Pick<Transaction, "refundOf" | "amount"> & Partial<RefundRow>): boolean =>
  refundOf !== null ||
  (amount < 0 && !(judged && judged.key === key && typeof judgedAs?.amount === "number"));

/** A transaction's currency: a sale's as it was judged; blank means the program's, on a refund its sale's (REFUND-1). */
export const currencyOf = (
  work: Pick<Work, "settings">,
  transaction: Pick<Transaction, "currency">,
): Currency => transaction.currency ?? work.settings.programCurrency;

/** Why a refund row can't count, or undefined where it can. */
export function refundProblem(
  work: Refunds,
  refund: RefundRow,
): { readonly code: "REFUND_INVALID" | "REFERENCE_UNKNOWN"; readonly message: string } | undefined {
  const invalid = (message: string) => ({ code: "REFUND_INVALID" as const, message });
  if (refund.refundOf === null) {
    return invalid("A negative amount is a refund: name its sale in “Refund of”.");
  }
  const sale = work.get("transactions", refund.refundOf);
  const counted = countedOf(refund);
  const isCounted = counted?.sale === refund.refundOf && !isAccepted(refund);
  if (!sale || (!isCounted && isDoubted(work, "transactions", refund.refundOf))) {
    return {
      code: "REFERENCE_UNKNOWN",
      message: `There is no usable transaction “${refund.refundOf}”, so this refund waits.`,
    };
  }
  if (isRefund(sale)) return invalid(`“${sale.key}” is a refund itself. Name the sale.`);
  const currency = currencyOf(work, sale);
  const now = moneyNow(work, refund);
  const said = currencyOf(work, now);
  // A blank currency means its sale's, if the amount was read with as many decimals.
  const isSame =
    said === currency || (now.currency === null && exponentOf(said) === exponentOf(currency));
  return (isCounted && now === refund) || isSame
    ? undefined
    : invalid(`A refund must be in its sale's currency, ${currency}. Type that in “Currency”.`);
}

/** Whether a person accepted what was typed over it since it was counted, so that it is to be counted anew. */
const isAccepted = ({ judgedAs }: RefundRow): boolean => Boolean(judgedAs?.row);

/**
 * A refund that counts in another currency than its sale has now, which was processed again or accepted in that since, says
 * what its cells say: else so many yen would be as many cents (REFUND-1b). Any other is as it is.
 */
function moneyNow(work: Refunds, refund: RefundRow): Pick<RefundRow, "amount" | "currency"> {
  const sale = work.get("transactions", refund.refundOf);
  const counted = countedOf(refund);
  const { byKey } = work.program.tables.transactions ?? {};
  const raw = byKey?.get(refund.key)?.raw;
  const isOfOther =
    sale && counted?.sale === sale.key && counted.currency !== currencyOf(work, sale);
  if (!isOfOther || !counted.currency || !raw) return refund;
  const { record, problems } = parseRow(tables.transactions, refund.key, raw, work.program.context);
  return problems.length > 0 ? { ...refund } : (record as unknown as RefundRow);
}

/** What the refund's row says now; null where it counts nothing: archived, or with a problem (TARGET-4). */
export function refundNow(
  work: Refunds,
  refund: RefundRow,
): { readonly sale: Key; readonly amount: number } | null {
  if (refund.status === "archived" || refundProblem(work, refund)) return null;
  return { sale: refund.refundOf as Key, amount: Math.abs(moneyNow(work, refund).amount) };
}

/** What a refund's row said when it took effect, which is what it counts as until it is lived again (TIME-3). */
export const countedOf = (refund: RefundRow): Counted | null =>
  markerOf(refund) ? (refund.judgedAs?.counted ?? null) : null;

/** A refund, or a row that counts as one until it is lived again: its *Refund of* was cleared since. */
export const isOrWasRefund = (row: RefundRow): boolean => isRefund(row) || countedOf(row) !== null;

/** Whether a row is there and can't be read. */
export const isUnreadable = (work: Refunds, key: Key | null): boolean =>
  key !== null && work.has("transactions", key) && !work.get("transactions", key);

/** Whether the refund has still to take effect, as its row now says: its amount, its sale, whether it is archived. */
export function isUncounted(work: Refunds, refund: RefundRow): boolean {
  const then = countedOf(refund);
  // While the sale's row is there and can't be read, its refunds stand as they were counted.
  const isOfUnreadable = then?.sale === refund.refundOf && isUnreadable(work, refund.refundOf);
  if (isOfUnreadable) return false;
  // While nobody knows which sale it names now, what was made for the one that it named stays (CELL-7a).
  if (then && refund.refundOf !== null && isDoubted(work, "transactions", refund.refundOf)) {
    return false;
  }
  const now = refundNow(work, refund);
  if (then && isAccepted(refund)) return true;
  const isOther = then?.sale !== now?.sale || then?.amount !== now?.amount;
  return isOther || (then !== null && moneyNow(work, refund) !== refund);
}
