import type { DateCell } from "../../kernel/fields";
import type { ImportRow } from "./import-row";
import { packRow, type WirePart, type WireRow } from "./wire-row";

/** Rows of one part, and characters of its JSON: a call takes a million. */
const MOST_ROWS = 5_000;
const LONGEST = 800_000;

const momentOf = ({ day, time }: DateCell): string => `${day} ${time}`;

/**
 * The rows in parts that one call each can take: sales before refunds, each sale with the day on which its customer is
 * first seen in the file, so that whatever the parts are, the same rows come of them.
 */
export function partsOf(rows: readonly ImportRow[]): readonly WirePart[] {
  const first = new Map<string, DateCell>();
  const sales = new Set<string>();
  for (const { customer, date, isRefund, key } of rows) {
    if (isRefund) continue;
    sales.add(key);
    const before = first.get(customer);
    if (!before || momentOf(date) < momentOf(before)) first.set(customer, date);
  }
  const parts: { rows: WireRow[]; sales: string[] }[] = [];
  let length = LONGEST;
  const ordered = [
    ...rows.filter(({ isRefund }) => !isRefund),
    ...rows.filter(({ isRefund }) => isRefund),
  ];
  for (const row of ordered) {
    const since = row.isRefund ? undefined : first.get(row.customer);
    const packed = packRow({ ...row, since: since === row.date ? null : (since ?? null) });
    length += JSON.stringify(packed).length + row.refundOf.length + 4;
    let part = parts[parts.length - 1];
    if (!part || length > LONGEST || part.rows.length >= MOST_ROWS) {
      part = { rows: [], sales: [] };
      parts.push(part);
      length = 0;
    }
    part.rows.push(packed);
    if (row.isRefund && sales.has(row.refundOf)) part.sales.push(row.refundOf);
  }
  return parts;
}
