import type { DateCell } from "../../kernel/fields";
import { plainName } from "../../program/customer-names";
import type { ImportRow } from "./import-row";
import type { MoveRow } from "./move-row";
import { packRow, type WirePart, type WireRow } from "./wire-row";

/** Rows of one part, and characters of its JSON: a call takes a million. */
const MOST_ROWS = 5_000;
const LONGEST = 800_000;
const MOST_MOVES = 1_000;

const momentOf = ({ day, time }: DateCell): string => `${day} ${time}`;

/** Lines of another tool's file, in parts (IMPORT-16). */
export function partsOfMoves(rows: readonly MoveRow[]): readonly WirePart[] {
  const parts: WirePart[] = [];
  for (let at = 0; at < rows.length; at += MOST_MOVES)
    parts.push({ rows: rows.slice(at, at + MOST_MOVES).map((row) => packRow(row)), sales: [] });
  return parts;
}

/** Sales before refunds, and real ones before tests: a customer is a test only where all its sales are (IMPORT-17a). */
export const inOrder = (rows: readonly ImportRow[]): readonly ImportRow[] => [
  ...rows.filter(({ isRefund, isTest }) => !isRefund && !isTest),
  ...rows.filter(({ isRefund, isTest }) => !isRefund && isTest),
  ...rows.filter(({ isRefund }) => isRefund),
];

/** Each sale with the day on which its customer is first seen among them, where that is another; tests say nothing of it. */
export function withFirstDays(rows: readonly ImportRow[]): readonly ImportRow[] {
  const first = new Map<string, DateCell>();
  for (const { customer, date, isRefund, isTest } of rows) {
    if (isRefund || isTest) continue;
    const before = first.get(plainName(customer));
    if (!before || momentOf(date) < momentOf(before)) first.set(plainName(customer), date);
  }
  return rows.map((row) => {
    const since = row.isRefund || row.isTest ? undefined : first.get(plainName(row.customer));
    return { ...row, since: since === row.date ? null : (since ?? null) };
  });
}

/**
 * The rows in parts that one call each can take: sales before refunds, each sale with the day on which its customer is
 * first seen in the file, so that whatever the parts are, the same rows come of them.
 */
export function partsOf(rows: readonly ImportRow[]): readonly WirePart[] {
  const dated = withFirstDays(rows);
  const sales = new Set(rows.filter(({ isRefund }) => !isRefund).map(({ key }) => key));
  const columns = [...new Set(rows.flatMap(({ own }) => Object.keys(own)))];
  const parts: { rows: WireRow[]; sales: string[]; columns?: readonly string[] }[] = [];
  let length = LONGEST;
  for (const row of inOrder(dated)) {
    const packed = packRow(row, columns);
    length += JSON.stringify(packed).length + row.refundOf.length + 4;
    let part = parts[parts.length - 1];
    if (!part || length > LONGEST || part.rows.length >= MOST_ROWS) {
      part = { rows: [], sales: [], ...(columns.length > 0 && { columns }) };
      parts.push(part);
      length = 0;
    }
    part.rows.push(packed);
    if (row.isRefund && sales.has(row.refundOf)) part.sales.push(row.refundOf);
  }
  return parts;
}
