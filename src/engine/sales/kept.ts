import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import type { Work } from "../program/work";
import type { Drip, Transaction } from "../tables";

/** Money given back, which fires no trigger; one without *Refund of* is a problem (REFUND-2, REFUND-3). */
export const isRefund = ({ refundOf, amount }: Transaction): boolean =>
  refundOf !== null || amount < 0;

/** A refund of a sale that counts; `amount` in minor units, always positive. */
export interface Refund {
  readonly key: Key;
  readonly date: Day;
  readonly amount: number;
}

/** A sale with what was given back of it. */
export interface RefundedSale {
  readonly sale: Transaction;
  readonly refunds: readonly Refund[];
  /** The refund with which everything was given back. */
  readonly fullBy: Refund | undefined;
}

/** A transaction's currency: blank means the program's. */
export const currencyOf = (work: Work<"transactions">, transaction: Transaction): Currency =>
  transaction.currency ?? work.settings.programCurrency;

/** Why a refund row can't count, or undefined where it can. */
export function refundProblem(
  work: Work<"transactions">,
  refund: Transaction,
): { readonly code: "REFUND_INVALID" | "REFERENCE_UNKNOWN"; readonly message: string } | undefined {
  const invalid = (message: string) => ({ code: "REFUND_INVALID" as const, message });
  if (refund.refundOf === null) {
    return invalid("A negative amount is a refund: name its sale in “Refund of”.");
  }
  const sale = work.get("transactions", refund.refundOf);
  if (!sale) {
    return {
      code: "REFERENCE_UNKNOWN",
      message: `There is no usable transaction “${refund.refundOf}”, so this refund waits.`,
    };
  }
  if (isRefund(sale)) return invalid(`“${sale.key}” is a refund itself. Name the sale.`);
  const currency = currencyOf(work, sale);
  return currencyOf(work, refund) === currency
    ? undefined
    : invalid(`A refund must be in its sale's currency, ${currency}.`);
}

/** The refunds of a sale that count (active and valid), by date, clock time, then key. */
export function refundsOf(work: Work<"transactions">, sale: Key): readonly Refund[] {
  const rows = work.where("transactions", "refundOf", sale);
  if (rows.length === 0) return [];
  return rows
    .filter((row) => row.status === "active" && refundProblem(work, row) === undefined)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    .map(({ key, date, amount }) => ({ key, date: date.day, amount: Math.abs(amount) }));
}

const orderOf = ({ key, date }: Transaction): string => [date.day, date.time, key].join("\u0001");

/** What is left of an amount after refunds; what exceeds it is ignored. Minor units. */
export function keptAfter(amount: number, refunds: readonly Refund[]): number {
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

/** What the customer kept of a sale: its amount less its refunds. Minor units. */
export const keptOf = (work: Work<"transactions">, sale: Transaction): number =>
  keptAfter(sale.amount, refundsOf(work, sale.key));

/** What the customer kept of a drip's base amount; null where the drip has none (a flat one). */
export function keptOfDrip(work: Work<"transactions">, drip: Drip): number | null {
  if (drip.base === null) return null;
  return drip.transaction === null
    ? drip.base
    : keptAfter(drip.base, refundsOf(work, drip.transaction));
}
