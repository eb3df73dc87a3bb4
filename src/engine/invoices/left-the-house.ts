import { latestLine } from "../activity/lines-of";
import { type Day, parseMonth } from "../kernel/day";
import { groupBy } from "../kernel/group-by";
import { fingerprint, type Key } from "../kernel/keys";
import type { Departed, Departures, Left } from "../kernel/left";
import type { Program, Row } from "../program/program";

/** How a payout or partner is named in what is remembered. */
export const shortHash = (key: Key): string => fingerprint(key).slice(-8);

type Group = Map<string, Departed>;
const nothing: Departures = new Map();
/** The group in which the last run stands, and no other. */
const RUN = "run";
const isMonth = (group: string): boolean => parseMonth(group) !== undefined;

/**
 * What left the house as the workbook says: payouts that were put in a file or paid, by invoice; statements mailed, by
 * month, for which no day is kept but that on which it is noticed. A sum of 0 needs no transfer.
 */
export function leftOf({ tables }: Program, today: Day): Left {
  const left = new Map<string, Group>();
  const add = (group: string, hash: string, departed: Departed) =>
    left.set(group, (left.get(group) ?? new Map()).set(hash, departed));
  for (const { record } of tables.payouts?.rows ?? []) {
    if (!record || record.amount === 0) continue;
    const { key, invoice, sentOn, paidOn, status } = record;
    const wasPaid = (status === "paid" || status === "returned") && paidOn !== null;
    if (sentOn === null && !wasPaid) continue;
    add(invoice, shortHash(key), {
      ...(sentOn === null ? {} : { filed: sentOn }),
      ...(wasPaid ? { paid: paidOn } : {}),
    });
  }
  for (const { record } of tables.partners?.rows ?? []) {
    if (!record?.statementsSent?.length) continue;
    const hash = shortHash(record.key);
    for (const month of record.statementsSent) add(month, hash, { mailed: today });
  }
  const runs = (tables.activity?.rows ?? []).flatMap(({ record }) => record ?? []);
  const run = latestLine(runs.filter(({ data }) => data?.kind === "run"));
  if (run) add(RUN, shortHash(run.key), { ran: run.when.day });
  return left;
}

/**
 * What is remembered once a workbook has become another one: what left before, and what left by now; without what an act
 * took back on purpose, as for a file that was not used.
 */
export function remember(left: Left, before: Program, after: Program, today: Day): Left {
  const then = leftOf(before, today);
  const now = leftOf(after, today);
  const all = new Map<string, Departures>();
  for (const group of new Set([...left.keys(), ...now.keys()])) {
    const known = left.get(group) ?? nothing;
    if (group === RUN) {
      // Only a run that came just now takes the place of the one before, which an older version would lack.
      const [was, is] = [then.get(RUN), now.get(RUN) ?? nothing];
      const isNew = [...is.keys()].some((hash) => !was?.has(hash));
      all.set(RUN, isNew || known.size === 0 ? is : known);
      continue;
    }
    if (foldOf(known)) {
      all.set(group, known);
      continue;
    }
    const entries: Group = new Map();
    const [was, is] = [then.get(group) ?? nothing, now.get(group) ?? nothing];
    for (const hash of new Set([...known.keys(), ...is.keys()])) {
      const departed = withoutTakenBack(known.get(hash), was.get(hash), is.get(hash));
      if (Object.keys(departed).length > 0) entries.set(hash, departed);
    }
    if (entries.size > 0) all.set(group, entries);
  }
  return all;
}

/** Of one payout or statement: what is said now, and what is remembered unless it was there a moment ago. */
function withoutTakenBack(known: Departed = {}, was: Departed = {}, is: Departed = {}): Departed {
  const kept = Object.entries(known).filter(([what]) => !(what in was) || what in is);
  return { ...is, ...Object.fromEntries(kept) };
}

/** One thing that left the house and that the workbook knows nothing of. */
export interface Lacking {
  readonly group: string;
  readonly what: keyof Departed;
  readonly on: Day;
  /** How many payouts, or partners. */
  readonly count: number;
}

/** What a workbook lacks of what left the house: it is an older version, or rows were deleted (REFUSAL-8). */
export function lackingIn({ tables }: Program, left: Left): readonly Lacking[] {
  const payouts = byHash(tables.payouts?.rows);
  const partners = byHash(tables.partners?.rows);
  const paidOf = groupBy([...payouts.values()].filter(isPaid), ({ record }) => record?.invoice);
  const lacking = new Map<string, Lacking>();
  const add = (group: string, what: keyof Departed, on: Day, count = 1) => {
    const id = `${group} ${what} ${on}`;
    lacking.set(id, { group, what, on, count: (lacking.get(id)?.count ?? 0) + count });
  };
  for (const [group, entries] of left) {
    const fold = foldOf(entries);
    if (fold) {
      const missing = isMonth(group) ? 0 : fold.count - (paidOf.get(group)?.length ?? 0);
      if (missing > 0) add(group, "paid", fold.on, missing);
      continue;
    }
    for (const [hash, { filed, paid, mailed, ran }] of entries) {
      if (ran !== undefined) {
        const runs = tables.activity?.rows;
        if (runs?.every(({ key }) => shortHash(key) !== hash)) add(group, "ran", ran);
        continue;
      }
      if (mailed !== undefined) {
        const row = partners.get(hash);
        const isMailed = row?.record?.statementsSent?.some((month) => month === group) ?? false;
        if (row && !row.record) continue;
        if (!isMailed) add(group, "mailed", mailed);
        continue;
      }
      const row = payouts.get(hash);
      if (row && !row.record) continue;
      if (paid !== undefined) {
        if (!row || !isPaid(row)) add(group, "paid", paid);
      } else if (filed !== undefined && (!row || row.record?.status === "open")) {
        add(group, "filed", filed);
      }
    }
  }
  return [...lacking.values()];
}

const isPaid = ({ record }: Row<"payouts">): boolean =>
  record?.status === "paid" || record?.status === "returned";

const byHash = <R extends Row>(rows: readonly R[] = []): ReadonlyMap<string, R> =>
  new Map(rows.map((row) => [shortHash(row.key), row]));

/** What is remembered of one payout of an invoice, or of a partner's statement of a month. */
export function departedOf(left: Left, group: string, key: Key): Departed {
  const entries = left.get(group) ?? nothing;
  const fold = foldOf(entries);
  if (!fold) return entries.get(shortHash(key)) ?? {};
  return isMonth(group) ? { mailed: fold.on } : { paid: fold.on };
}

/** What a folded group says: how many, and the last day. */
function foldOf(entries: Departures): { readonly count: number; readonly on: Day } | undefined {
  for (const [name, { paid, mailed }] of entries) {
    const on = paid ?? mailed;
    if (name.startsWith("=") && on) return { count: Number(name.slice(1).split(".")[0]), on };
  }
  return undefined;
}

/** A group without its single entries: how many, their sum in minor units as far as rows say, and a digest. */
export function fold({ tables }: Program, group: string, entries: Departures): Departures {
  if (foldOf(entries)) return entries;
  const departed = [...entries.values()];
  const isDone = departed.every(({ paid, mailed }) => paid !== undefined || mailed !== undefined);
  if (!isDone) return entries;
  const sum = (tables.payouts?.rows ?? []).reduce(
    (total, { key, record }) =>
      record?.invoice === group && entries.has(shortHash(key)) ? total + record.amount : total,
    0,
  );
  const digest = shortHash([...entries.keys()].sort().join(" "));
  const last = (what: "paid" | "mailed") =>
    departed.map((each) => each[what] ?? ("" as Day)).reduce((a, b) => (a > b ? a : b));
  const on = isMonth(group) ? { mailed: last("mailed") } : { paid: last("paid") };
  return new Map([[`=${entries.size}.${sum}.${digest}`, on]]);
}
