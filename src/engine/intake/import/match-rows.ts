import { plainLower } from "../../kernel/cells";
import { daysBetween } from "../../kernel/day";
import type { DateCell } from "../../kernel/fields";
import type { Key } from "../../kernel/keys";
import { format, toCellNumber } from "../../kernel/money";
import { remembered } from "../../kernel/remembered";
import type { Work } from "../../program/work";
import { currencyOf, isRefund } from "../../sales/refund-row";
import type { Transaction } from "../../tables";
import type { ImportRow } from "./import-row";
import { mayBe, mayBeUnderOtherKey, nearestFirst, pairUp, type Similar } from "./pair-up";

type Rows = Work<"settings" | "customers" | "transactions">;

/**
 * The lines, those that an earlier release took having the key that their row has. Keys in `more` count as known, too. A
 * refund's earlier key said not of which sale it is.
 */
export function withKnownKeys(
  work: Work<"transactions">,
  rows: readonly ImportRow[],
  more: readonly Key[] = [],
): readonly ImportRow[] {
  const others = new Set(more);
  const isKnown = (key: Key) => others.has(key) || work.has("transactions", key);
  return rows.map((row) => {
    const { key, former, refundOf } = row;
    if (former === "" || isKnown(key) || !isKnown(former)) return row;
    const there = work.get("transactions", former);
    return there && (there.refundOf ?? "") !== refundOf ? row : { ...row, key: former };
  });
}

/**
 * The lines of a file, each that is a row of Transactions with that row's key, and those that are `similar` to rows that no
 * line is. A similar line that a person called the same becomes such a row, each row once; its refunds are that row's (IMPORT-10b).
 */
export function matchRows(work: Rows, lines: readonly ImportRow[]) {
  const known = withKnownKeys(work, lines);
  const similar = findSimilar(work, known);
  const same = pairUp(similar);
  const renamed = new Map([...same].map(([{ key }, row]) => [key, row]));
  const rows = known.map((row) => {
    const key = same.get(row);
    const refundOf = renamed.get(row.refundOf);
    return key || refundOf
      ? { ...row, key: key ?? row.key, refundOf: refundOf ?? row.refundOf }
      : row;
  });
  return {
    rows,
    similar: known.flatMap((row) => {
      const [first] = similar.get(row) ?? [];
      if (!first) return [];
      const { key, line, answer } = row;
      const { there } = first;
      const money = format({ amount: there.amount, currency: currencyOf(work, there) });
      return [{ key, line, answer, reasons: [mayBe(there.key, `${there.date.day}, ${money}`)] }];
    }),
  };
}

/**
 * The lines that are no row by their key and may yet be one: of the same amount, customer (or sale) and time, unless both
 * have keys of their own. What lines call a product, a category or a currency may be a matter of how a file is read.
 */
function findSimilar(work: Rows, lines: readonly ImportRow[]): Similar<ImportRow, Transaction> {
  const amountOf = (row: Pick<Transaction, "amount" | "currency">, isBack: boolean) =>
    toCellNumber({ amount: Math.abs(row.amount), currency: currencyOf(work, row) }) *
    (isBack ? -1 : 1);
  const found = new Set(lines.map(({ key }) => key));
  const open = new Map<number, Map<string, Set<ImportRow>>>();
  for (const line of lines) {
    if (work.has("transactions", line.key)) continue;
    const names = remembered(open, amountOf(line, line.isRefund), () => new Map());
    for (const name of namesIn(line.customer, line.email, line.name, line.refundOf))
      remembered(names, name, () => new Set()).add(line);
  }
  const similar = new Map<ImportRow, { there: Transaction; apart: number }[]>();
  if (open.size === 0) return similar;
  for (const there of work.all("transactions")) {
    const names = open.get(amountOf(there, isRefund(there)));
    if (!names || found.has(there.key)) continue;
    const { key, email, name, externalId } = work.get("customers", there.customer) ?? {};
    const own = namesIn(there.customer, there.refundOf, key, email, name, externalId);
    for (const line of new Set(own.flatMap((each) => [...(names.get(each) ?? [])]))) {
      if (!mayBeUnderOtherKey(line, there.key)) continue;
      const sale = work.get("transactions", line.refundOf);
      // A refund dated before its sale has the sale's date.
      const isMoved = sale && momentOf(sale.date) === momentOf(there.date);
      if (isMoved || isBeside(line.date, there.date))
        remembered(similar, line, () => []).push({ there, apart: apartIn(line.date, there.date) });
    }
  }
  return nearestFirst(similar);
}

const namesIn = (...texts: readonly (string | null | undefined)[]): readonly string[] =>
  texts.map((text) => plainLower(text ?? "")).filter((text) => text !== "");

const momentOf = ({ day, time }: DateCell): number =>
  Date.parse(`${day}T${time || "00:00:00"}Z`) / 1000;
const apartIn = (one: DateCell, other: DateCell): number =>
  Math.abs(momentOf(one) - momentOf(other));
const QUARTER = 15 * 60;
const FARTHEST = 26 * 60 * 60;
/**
 * Whether two cells may show one moment, on calendars of two zones: these are apart by quarters of an hour. Where only one
 * has a clock time it may be the day before or after; days alone are the same everywhere.
 */
function isBeside(one: DateCell, other: DateCell): boolean {
  if (one.time && other.time) {
    const apart = apartIn(one, other);
    return apart % QUARTER === 0 && apart <= FARTHEST;
  }
  const days = Math.abs(daysBetween(one.day, other.day));
  return days <= (one.time || other.time ? 1 : 0);
}
