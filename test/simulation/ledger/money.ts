import type { Row } from "../life";

const exponents: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

/** An amount's cell in minor units of the currency beside it; the ledger's own reading. */
export const minor = (row: Row, header = "Amount"): number => Math.round(unrounded(row, header));

/** Whether it has no more decimals than its currency: a row that has more counts for nothing. */
export const isWhole = (row: Row): boolean =>
  Math.abs(unrounded(row, "Amount") - minor(row)) < 1e-6;

function unrounded(row: Row, header: string): number {
  const currency = String(row.Currency || "USD").toUpperCase();
  return Number(row[header] || 0) * 10 ** (exponents[currency] ?? 2);
}

export const sum = (rows: readonly Row[], header = "Amount"): number =>
  rows.reduce((total, row) => total + minor(row, header), 0);

/** Divides exactly, and rounds a half away from zero, or to even. */
function divided(dividend: bigint, divisor: bigint, rounding: string): number {
  const sign = dividend < 0n ? -1n : 1n;
  const size = dividend * sign;
  const whole = size / divisor;
  const twice = (size % divisor) * 2n;
  const up = twice > divisor || (twice === divisor && (rounding !== "half to even" || whole % 2n));
  return Number(sign * (up ? whole + 1n : whole));
}

/** A percent (up to four decimals, after a point or a comma) of minor units. */
export const share = (amount: number, percent: unknown, rounding: string): number =>
  divided(BigInt(amount) * BigInt(Math.round(percentIn(percent) * 10_000)), 1_000_000n, rounding);

const percentIn = (cell: unknown): number => Number(String(cell).replace(",", "."));

/** The k-th of n parts: the difference of rounded running totals. */
export function part(total: number, k: number, n: number, rounding: string): number {
  const upTo = (count: number) => divided(BigInt(total) * BigInt(count), BigInt(n), rounding);
  return upTo(k) - upTo(k - 1);
}
