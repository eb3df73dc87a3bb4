import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Drip } from "../tables";
import type { EndReason } from "../tables/packed/end-reason";
import type { Ending, Endings } from "../tables/packed/ending";
import { successorOf } from "./continue-drip";
import { endCells, endOf } from "./end";
import { dueDate } from "./occurrences";
import { isOver, lastToMake } from "./parts";
import { listParts, settledOf, skippedOf } from "./skipped";

const none: Endings = { isRefund: false, others: [], coming: null, isRevived: false, pause: null };
const kept = ({ endings }: Drip): Endings => endings ?? none;
/** Null where there is nothing to keep. */
const toKeep = (endings: Endings): Endings | null =>
  endings.isRefund || endings.isRevived || endings.coming !== null ? endings : null;

/** Whether the ending in the row is noted for an archiving still to come, and nobody has typed over its day. */
export const isComing = ({ endsOn, endings }: Pick<Drip, "endsOn" | "endings">): boolean =>
  endsOn !== null && endsOn === endings?.coming;

/** The ending in the row, but for one that is only noted. */
const ownEnding = (drip: Drip): Ending | undefined =>
  isComing(drip) ? undefined : (endOf(drip) ?? undefined);

/** Whether a full refund ended it. Rows of earlier releases say only by whom, and why. */
export const isRefundsEnd = (drip: Drip): boolean =>
  drip.endsOn !== null &&
  (kept(drip).isRefund || (drip.endedBy === PROGRAM && drip.endReason?.cause === "refunded"));

const earliest = (endings: readonly Ending[]): Ending | undefined =>
  endings.reduce<Ending | undefined>((a, b) => (a && a.on <= b.on ? a : b), undefined);

/**
 * Ends a drip: occurrences due on or before the day stand, later ones are never made (DRIP-23). An end
 * that is already set stays where it is earlier; false where nothing changed. Behind a full refund's end it waits,
 * for that one may go again (TIME-8).
 */
export function endDrip(work: Work<"drips">, drip: Drip, end: Ending): boolean {
  const { on } = end;
  const { others, isRevived, pause } = kept(drip);
  const isEarlier = !isOver(drip) && (drip.endsOn === null || on < drip.endsOn);
  if (isEarlier) {
    const endings = toKeep({ ...none, isRevived });
    work.update("drips", drip.key, { ...endCells(end), endings });
  } else if (mayWait(drip, on)) {
    const all = [...others, end];
    const endings = toKeep({ ...none, isRefund: true, others: all, isRevived, pause });
    work.update("drips", drip.key, { endings });
  }
  return isEarlier;
}

/**
 * Notes an ending still to come in the drip's row, so that what is never made is lost at once (DRIP-28). The row's own
 * later ending waits behind it: the noted one follows *Archived on* until its day has come.
 */
export function noteComingEnd(work: Work<"drips">, drip: Drip, on: Day, reason: EndReason): void {
  if (isOver(drip) || (drip.endsOn !== null && drip.endsOn <= on)) return;
  const own = ownEnding(drip);
  const endings: Endings = {
    ...none,
    others: own ? [own] : [],
    coming: on,
    isRevived: kept(drip).isRevived,
  };
  work.update("drips", drip.key, { ...endCells({ on, reason, by: PROGRAM }), endings });
}

/** Takes a noted ending out of the row again: what was there before it is there, and what a person typed over it stays. */
export function dropComingEnd(work: Work<"drips">, drip: Drip): void {
  const { coming, others, isRevived } = kept(drip);
  if (coming === null) return;
  const endings = toKeep({ ...none, isRevived });
  const own = isComing(drip) ? endCells(earliest(others)) : {};
  work.update("drips", drip.key, { ...own, endings });
}

/** Whether an end of that day waits behind a full refund's, for that one may go again (TIME-8). */
export const mayWait = (drip: Drip, on: Day): boolean =>
  isRefundsEnd(drip) && !kept(drip).others.some((each) => each.on <= on);

/** Takes away an end that waits behind a full refund's. */
export function dropWaitingEnd(work: Work<"drips">, drip: Drip, isIt: (end: Ending) => boolean) {
  const { endings } = drip;
  const others = kept(drip).others.filter((each) => !isIt(each));
  if (endings) work.update("drips", drip.key, { endings: { ...endings, others } });
}

/** Ends a drip since its sale was refunded in full; another end stays where it is earlier. */
export function endByRefund(work: Work<"drips">, drip: Drip, on: Day): void {
  const { others, isRevived } = kept(drip);
  const own = ownEnding(drip);
  const wasRefunds = isRefundsEnd(drip);
  if (!wasRefunds && (isOver(drip) || (own && own.on <= on))) return;
  const behind = wasRefunds || !own ? others : [...others, own];
  const refund: Ending = { on, reason: { cause: "refunded" }, by: PROGRAM };
  const first = earliest([...behind, refund]);
  const isRefund = first === refund;
  const endings = toKeep({ ...none, isRefund, others: isRefund ? behind : [], isRevived });
  if (drip.endsOn === first?.on && kept(drip).isRefund === isRefund) return;
  work.update("drips", drip.key, { ...endCells(first), endings, ...reopenedPause(drip) });
}

/** Takes a full refund's end back: the drip goes on, unless it was continued, until another end that waits behind (TIME-8). */
export function endRefundsEnd(work: Work<"drips">, drip: Drip): void {
  const { others } = kept(drip);
  if (!isRefundsEnd(drip)) return;
  if (others.length === 0 && successorOf(work, drip.key) !== undefined) return;
  const endings = toKeep({ ...none, isRevived: true });
  work.update("drips", drip.key, {
    ...endCells(earliest(others)),
    endings,
    ...reopenedPause(drip),
  });
}

/** The cells of a drip as before the full refund's end closed its pause. */
function reopenedPause(drip: Drip): Partial<Drip> {
  const { pause } = kept(drip);
  if (pause === null) return {};
  const skipped = listParts([...skippedOf(drip)].filter((k) => !pause.parts.includes(k)));
  const settled = Math.min(settledOf(drip), ...pause.parts.map((k) => k - 1));
  return { pausedOn: pause.on, skipped, settled };
}

/** Whether the drip goes on after a full refund that went: what it makes beyond its first n is held (TARGET-6). */
export const isRevived = (drip: Drip): boolean => kept(drip).isRevived;

/**
 * Closes the pause of a drip whose end has come meanwhile: only what fell due before the pause stands, the rest
 * is forfeited (DRIP-31). An end still to come leaves the time to resume. What a full refund's end closes can come back.
 */
export function endPause(work: Work<"drips">, key: Key, today: Day): void {
  const drip = work.get("drips", key);
  if (!drip) return;
  const { pausedOn, endsOn } = drip;
  if (pausedOn === null || endsOn === null || endsOn > today) return;
  const before = skippedOf(drip);
  const skipped = forfeit(drip, pausedOn, endsOn);
  const pause = { on: pausedOn, parts: (skipped ?? []).filter((k) => !before.has(k)) };
  const endings = isRefundsEnd(drip) ? { ...kept(drip), isRefund: true, pause } : drip.endings;
  work.update("drips", drip.key, { pausedOn: null, skipped, endings });
}

/** The cell of skipped occurrences, with those not yet made that are due in the span of days. */
export function forfeit(drip: Drip, from: Day, until: Day): readonly number[] | null {
  const parts = [...skippedOf(drip)];
  const last = lastToMake(drip);
  for (let k = settledOf(drip) + 1; k <= last; k++) {
    const due = dueDate(drip, k);
    if (due > until) break;
    if (due >= from) parts.push(k);
  }
  return listParts(parts);
}
