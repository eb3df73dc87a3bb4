import type { DateCell } from "../../kernel/fields";
import { groupBy, sumOf } from "../../kernel/group-by";
import { plainName } from "../../program/customer-names";
import type { ImportRow } from "./import-row";
import type { MoveRow } from "./move-row";
import { packRow, type WirePart, type WireRow } from "./wire-row";

/** Rows of one part, and characters of its JSON: a call takes a million. */
const MOST_ROWS = 5_000;
const LONGEST = 800_000;
const MOST_MOVES = 1_000;

const momentOf = ({ day, time }: DateCell): string => `${day} ${time}`;

/**
 * Groups in parts that one call each can take, each part in the order of the groups; none is torn. Groups of one bundle go
 * together as far as one call can take them.
 */
function partsWith<R extends ImportRow | MoveRow>(
  groups: readonly (readonly R[])[],
  most: number,
  columns: readonly string[] = [],
  bundleOf: (group: readonly R[]) => unknown = (group) => group,
): readonly WirePart[] {
  const parts: { at: number; rows: readonly WireRow[] }[][] = [];
  let [length, count] = [LONGEST, 0];
  const packed = groups.map((group, at) => {
    const rows = group.map((row) => packRow(row, columns));
    // As text inside of text, with its quotes escaped twice.
    return { at, rows, long: JSON.stringify(JSON.stringify(rows)).length, bundle: bundleOf(group) };
  });
  const add = (together: typeof packed): boolean => {
    const long = sumOf(together, (each) => each.long);
    const more = sumOf(together, ({ rows }) => rows.length);
    if (together.length > 1 && (long > LONGEST || more > most)) return false;
    if (length + long > LONGEST || count + more > most) {
      parts.push([]);
      [length, count] = [0, 0];
    }
    parts[parts.length - 1]?.push(...together);
    length += long;
    count += more;
    return true;
  };
  for (const bundle of groupBy(packed, (each) => each.bundle).values()) {
    if (!add(bundle)) for (const each of bundle) add([each]);
  }
  return parts.map((part) => ({
    rows: part.sort((a, b) => a.at - b.at).flatMap(({ rows }) => rows),
    ...(columns.length > 0 && { columns }),
  }));
}

/** Lines of another tool's file, in parts; a partner's rewards over one amount go together (IMPORT-16, IMPORT-10b). */
export const partsOfMoves = (rows: readonly MoveRow[]): readonly WirePart[] =>
  partsWith(
    rows.map((row) => [row]),
    MOST_MOVES,
    [],
    ([row]) => row && (row.amount > 0 ? `${row.amount} ${row.partner}` : row.key),
  );

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
 * Each sale with its refunds: how much of it was given back beside them is known only of all together (IMPORT-10). Refunds of
 * what is not among the rows come last.
 */
export function groupsOf(rows: readonly ImportRow[]): readonly (readonly ImportRow[])[] {
  const ordered = inOrder(rows);
  const refunds = groupBy(
    ordered.filter(({ isRefund }) => isRefund),
    ({ refundOf }) => refundOf,
  );
  const groups = ordered.flatMap((row) => {
    if (row.isRefund) return [];
    const own = refunds.get(row.key) ?? [];
    refunds.delete(row.key);
    return [[row, ...own]];
  });
  return [...groups, ...[...refunds.values()].flat().map((row) => [row])];
}

/**
 * The rows in parts that one call each can take: each sale with its refunds, with the sales of its customer over the same
 * amount, which may be similar (IMPORT-10b), and with the day on which its customer is first seen in the file, so that whatever
 * the parts are, the same rows come of them.
 */
export function partsOf(rows: readonly ImportRow[]): readonly WirePart[] {
  const columns = [...new Set(rows.flatMap(({ own }) => Object.keys(own)))];
  return partsWith(groupsOf(withFirstDays(rows)), MOST_ROWS, columns, ([first]) =>
    first ? `${first.amount} ${plainName(first.customer)}` : "",
  );
}
