import { plainLower } from "../../kernel/cells";
import type { DateCell } from "../../kernel/fields";
import { groupBy } from "../../kernel/group-by";
import { bucket, type Key } from "../../kernel/keys";
import { format, toCellNumber } from "../../kernel/money";
import { remembered } from "../../kernel/remembered";
import type { Work } from "../../program/work";
import { currencyOf, isRefund } from "../../sales/refund-row";
import type { Transaction } from "../../tables";
import type { ImportRow } from "./import-row";
import {
  type Candidate,
  contentOf,
  daysAround,
  isUnsure,
  mayBe,
  mayBeUnderOtherKey,
  nearestFirst,
  pairUp,
  type Similar,
  UNSURE_DAYS,
} from "./pair-up";

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
  const { rowOf, newKeys } = pairUp(similar, (key) => work.has("transactions", key));
  const keyOf = (row: ImportRow) => rowOf.get(row) ?? newKeys.get(row) ?? row.key;
  const renamed = new Map(known.map((row) => [row.key, keyOf(row)]));
  return {
    rows: known.map((row) => ({
      ...row,
      key: keyOf(row),
      refundOf: renamed.get(row.refundOf) ?? row.refundOf,
    })),
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
  const amounts = new Set<number>();
  const open = new Map<string, Set<Group>>();
  // Lines that are alike are looked up once: a shop's guests may be one customer with thousands of sales.
  const groups = groupBy(
    lines.filter(({ key }) => !work.has("transactions", key)),
    lookedUpBy,
  );
  for (const lines of groups.values()) {
    const [line] = lines as [ImportRow];
    const amount = amountOf(line, line.isRefund);
    amounts.add(amount);
    const sold = work.get("transactions", line.refundOf)?.date;
    const group = { line, lines, at: timeOf(line.date), sale: sold && timeOf(sold) };
    const days = daysAround(line.date.day, NEAR);
    for (const name of namesIn(line.customer, line.email, line.name, line.refundOf))
      for (const day of sold ? [...days, sold.day] : days)
        remembered(open, bucket(`${amount}`, name, day), () => new Set()).add(group);
  }
  const candidates = new Map<readonly ImportRow[], Candidate<Transaction>[]>();
  for (const there of amounts.size === 0 ? [] : work.all("transactions")) {
    const amount = amountOf(there, isRefund(there));
    if (!amounts.has(amount) || found.has(there.key)) continue;
    const { key, email, name, externalId } = work.get("customers", there.customer) ?? {};
    const own = namesIn(there.customer, there.refundOf, key, email, name, externalId);
    const at = timeOf(there.date);
    const unsure = isUnsure(there.key);
    const days = daysAround(there.date.day, unsure ? UNSURE_DAYS - NEAR : 0);
    const places = own.flatMap((name) => days.map((day) => bucket(`${amount}`, name, day)));
    for (const group of new Set(places.flatMap((place) => [...(open.get(place) ?? [])]))) {
      // A refund dated before its sale has the sale's date.
      const isNear = unsure || group.sale?.seconds === at.seconds || isBeside(group.at, at);
      if (isNear && mayBeUnderOtherKey(group.line, there.key)) {
        const apart = Math.abs(group.at.seconds - at.seconds);
        remembered(candidates, group.lines, () => []).push({ there, apart });
      }
    }
  }
  return nearestFirst(candidates);
}
/** Lines that are alike: what is similar to one is similar to each. */
interface Group {
  readonly line: ImportRow;
  readonly lines: readonly ImportRow[];
  readonly at: Time;
  /** When the sale was that they refund, where it is here. */
  readonly sale: Time | undefined;
}
/** What lines have in common that are similar to the same rows. */
const lookedUpBy = (line: ImportRow): string => {
  const { customer, email, name, refundOf, amount, currency, date } = line;
  const said = [customer, email, name, refundOf, `${amount}`, currency ?? "", date.day, date.time];
  return bucket(...said, contentOf(line.key), contentOf(line.former));
};

const namesIn = (...texts: readonly (string | null | undefined)[]): readonly string[] =>
  texts.map((text) => plainLower(text ?? "")).filter((text) => text !== "");

/** A cell's time in seconds and in days, and whether it has a clock time. */
type Time = ReturnType<typeof timeOf>;
function timeOf({ day, time }: DateCell) {
  const seconds = Date.parse(`${day}T${time || "00:00:00"}Z`) / 1000;
  return { seconds, day: Math.floor(seconds / DAY), clocks: time ? 1 : 0 };
}
/** A line is looked for under its day and so many on either side. */
const NEAR = 3;
const DAY = 24 * 60 * 60;
const QUARTER = 15 * 60;
/** Twice what two zones can be apart: the nearest row, which a line became when it was called the same, may have been another's. */
const FARTHEST = 2 * 26 * 60 * 60;
/**
 * Whether two cells may show one moment on calendars of two zones: these are apart by quarters of an hour. Where only one has
 * a clock time the zones make a day's difference, doubled as in `FARTHEST`; days alone are the same everywhere.
 */
function isBeside(one: Time, other: Time): boolean {
  const apart = Math.abs(one.seconds - other.seconds);
  const clocks = one.clocks + other.clocks;
  return clocks === 2
    ? apart % QUARTER === 0 && apart <= FARTHEST
    : Math.abs(one.day - other.day) <= 2 * clocks;
}
