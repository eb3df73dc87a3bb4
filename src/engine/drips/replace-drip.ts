import { addDays, addToMonth, type Day, firstDay, monthOf } from "../kernel/day";
import { dripBefore, replacedDripKey } from "../kernel/keys";
import type { Work } from "../program/work";
import { netOfDripBase } from "../sales/net-of-refunds";
import type { Drip } from "../tables";
import { successorOf } from "./continue-drip";
import { endCells } from "./end";
import { dueDate, occurrenceAmount } from "./occurrences";
import { amountToMake, lastToMake } from "./parts";
import { settledOf } from "./skipped";

/** The day from which a drip makes what another would have made; undefined for one that took no other's place by a date. */
export function beginsOn({ why }: Pick<Drip, "why">): Day | undefined {
  const notes = why?.by === "trigger" ? (why.notes ?? []) : [];
  for (const note of notes) if (note.kind === "in place") return note.from;
  return undefined;
}

/**
 * The end of a drip that another has taken over, and its reason, whatever was typed in its own cell: each part is made by
 * one of them.
 */
export function successorEnd(work: Work<"drips">, drip: Drip) {
  const next = successorOf(work, drip.key);
  if (next === undefined) return undefined;
  const successor = work.get("drips", next);
  const last = Math.max(settledOf(drip), successor?.after ?? 0);
  const begins = (successor && beginsOn(successor)) ?? dueDate(drip, last + 1);
  return { on: addDays(begins, -1), reason: { cause: "goes on", as: next } } as const;
}

/**
 * Ends a drip as of the day before `from`, and begins another in its place with other terms: those of `terms`, a drip of
 * the same event. A month in which it, or one before it, has a part stays theirs: then the new one begins with the next
 * (DRIP-42). Both never come to more than the greater of what the new terms promise and what keeping would have come to:
 * else the new one leaves out its first parts (DRIP-43).
 */
export function replacementOf(
  work: Work<"drips" | "transactions">,
  drip: Drip,
  terms: Drip,
  from: Day,
) {
  const before = chainBefore(work, drip);
  const begins = beginOf(work, drip, before, from);
  const endsOn = addDays(begins, -1);
  const ended = { ...drip, endsOn };
  const settled = settledOf(drip);
  const isComparable = [drip, ...before].every(({ currency }) => currency === terms.currency);
  const stands =
    sumOf(drip, drip.after, settled) +
    before.reduce((sum, each) => sum + sumOf(each, each.after, lastOf(work, each)), 0);
  const ifKept = stands + sumOf(drip, settled, lastToMake(drip));
  const all = { ...terms, later: isSameCycle(drip, terms) ? drip.later : 0 };
  const most = Math.max(sumOf(all, 0, all.occurrences), ifKept);
  const room = most - stands - sumOf(ended, settled, lastToMake(ended));
  let after = 0;
  while (after < all.occurrences && dueDate(all, after + 1) < begins) after++;
  let rest = sumOf(all, after, all.occurrences);
  while (isComparable && rest > room) rest -= sumOf(all, after, ++after);
  const next: Drip = {
    ...all,
    key: replacedDripKey(drip.key),
    continues: drip.key,
    issued: after,
    settled: after,
    after,
    skipped: null,
    emptyParts: null,
    pausedOn: null,
    ...endCells(null),
    endings: drip.endings,
    run: null,
    problems: null,
    why: inPlace(terms.why, begins),
  };
  const kept = netOfDripBase(work, drip);
  return {
    endsOn,
    /** The one that begins in its place; undefined where the new terms leave it nothing. */
    next: rest === 0 ? undefined : next,
    /** What it would still make: with its own terms, and until it ends. In minor units of its currency. */
    keeps: sumOf(drip, settled, lastToMake(drip), kept),
    untilThen: sumOf(ended, settled, lastToMake(ended), kept),
    /** What the new one would make, in its own currency. */
    anew: sumOf(next, after, next.occurrences, netOfDripBase(work, next)),
  };
}

/** The drips before it, in whose place, or after which, it began. */
function chainBefore(work: Work<"drips">, { key }: Drip): readonly Drip[] {
  const before = work.get("drips", dripBefore(key) ?? null);
  return before ? [before, ...chainBefore(work, before)] : [];
}

/** The last part that one of those made, or is still to make: it ends with the one in its place at the latest. */
function lastOf(work: Work<"drips">, drip: Drip): number {
  const end = successorEnd(work, drip)?.on;
  const { endsOn } = drip;
  return lastToMake(end && (endsOn === null || end < endsOn) ? { ...drip, endsOn: end } : drip);
}

/** The day asked for or, while the month of it has a part of theirs, the first of the month after. */
function beginOf(work: Work<"drips">, drip: Drip, before: readonly Drip[], from: Day): Day {
  const theirs = new Set(before.flatMap((each) => monthsOf(each, lastOf(work, each))));
  let begins = from;
  for (;;) {
    const month = monthOf(begins);
    const isTaken = theirs.has(month) || hasPartIn(drip, month, begins);
    const next = firstDay(addToMonth(month, 1));
    if (!isTaken || next <= begins) return begins;
    begins = next;
  }
}

function monthsOf(drip: Drip, last: number): readonly string[] {
  const months: string[] = [];
  for (let k = drip.after + 1; k <= last; k++) months.push(monthOf(dueDate(drip, k)));
  return months;
}

/** Whether a part of the drip falls due in the month, before the day. */
function hasPartIn(drip: Drip, month: string, before: Day): boolean {
  for (let k = drip.after + 1; k <= drip.occurrences; k++) {
    const due = dueDate(drip, k);
    if (due >= before) return false;
    if (monthOf(due) === month) return true;
  }
  return false;
}

/** What the parts after `after` until `last` come to by their terms, in minor units. */
function sumOf(drip: Drip, after: number, last: number, kept: number | null = null): number {
  let sum = 0;
  for (let k = after + 1; k <= last; k++) {
    sum += amountToMake(drip, occurrenceAmount(drip, k, kept));
  }
  return sum;
}

const isSameCycle = (a: Drip, b: Drip): boolean =>
  a.cycle === b.cycle && a.cycleUnit === b.cycleUnit;

/** The reason of what began in another's place, and from when it makes parts. */
const inPlace = (why: Drip["why"], from: Day): Drip["why"] =>
  why?.by === "trigger"
    ? {
        ...why,
        notes: [
          ...(why.notes ?? []).filter(({ kind }) => kind !== "in place"),
          { kind: "in place", from },
        ],
      }
    : why;
