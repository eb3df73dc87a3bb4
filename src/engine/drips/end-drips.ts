import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import { say } from "../kernel/say";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import {
  completingRefund,
  judgedAmountOf,
  refundedInFullOn,
  refundsAsTyped,
} from "../sales/net-of-refunds";
import type { Drip } from "../tables";
import type { EndReason } from "../tables/packed/end-reason";
import { followedDrips } from "./continue-drip";
import {
  dropComingEnd,
  endByRefund,
  endDrip,
  endPause,
  isRefundsEnd,
  noteComingEnd,
} from "./end-drip";
import { isOver } from "./parts";
import { successorEnd } from "./replace-drip";

type Causes = "drips" | "partners" | "customers" | "transactions";
interface End {
  readonly on: Day;
  readonly reason: EndReason;
}

/** What ends a drip whatever its own row says: another that goes on in its place, or an archived record. */
function causeOf(
  work: Work<Causes>,
  drip: Drip,
  today: Day,
  followed?: ReadonlySet<Key>,
): End | undefined {
  if (isOver(drip)) return undefined;
  const mayBe = followed?.has(drip.key) ?? true;
  return (mayBe ? successorEnd(work, drip) : undefined) ?? archiveOf(work, drip, today);
}

/**
 * The day on which an ending of the drip takes effect that has not yet: its record's archiving, or an end during a
 * pause. A blank *Archived on* counts as today. Only the drips that are `followed` are asked for a successor, where that is known.
 */
export function endingDay(
  work: Work<Causes>,
  drip: Drip,
  today: Day,
  followed?: ReadonlySet<Key>,
): Day | undefined {
  const { endsOn, pausedOn } = drip;
  const cause = causeOf(work, drip, today, followed)?.on;
  if (cause !== undefined && (endsOn === null || cause < endsOn)) return cause;
  return pausedOn !== null && endsOn !== null ? endsOn : undefined;
}

/**
 * Lets the endings that have come take effect in one drip: at the earliest day on which its partner, customer or
 * transaction is archived; the pause of one that has ended is closed (DRIP-22). True where it ended.
 */
export function takeEnding(work: Work<Causes>, drip: Drip, day: Day, today: Day): boolean {
  const cause = causeOf(work, drip, today);
  const isEnded =
    cause !== undefined && cause.on <= day && endDrip(work, drip, { ...cause, by: PROGRAM });
  endPause(work, drip.key, day);
  return isEnded;
}

/**
 * Notes in each drip's row an ending that is still to come, so that what is never made is lost at once; and, behind a full
 * refund's end, an archiving that has come (TIME-8).
 */
export function noteComingEndings(work: Work<Causes>, today: Day): void {
  const followed = followedDrips(work);
  for (const drip of work.all("drips")) {
    const archived = isRefundsEnd(drip) ? archiveOf(work, drip, today) : undefined;
    if (archived && archived.on <= today) endDrip(work, drip, { ...archived, by: PROGRAM });
    const cause = causeOf(work, drip, today, followed);
    if (cause && cause.on > today) noteComingEnd(work, drip, cause.on, cause.reason);
  }
}

/** Takes the endings that are only noted out of the rows, so that each day is lived by what the records say now. */
export function dropComingEndings(work: Work<"drips">): void {
  for (const drip of work.all("drips")) dropComingEnd(work, drip);
}

/** Reports an end before the start that a person typed: it makes nothing of the drip, which can't be what was meant. */
export function reportTypedEnd(
  work: Work<Causes>,
  { key, endsOn, endedBy, eventDate }: Drip,
): void {
  if (endsOn === null || endedBy !== null || endsOn >= eventDate) return;
  work.report({
    code: "CELL_OUT_OF_RANGE",
    at: { table: "Drips", row: key, column: "Ended on" },
    message: say`The end, ${{ day: endsOn }}, is before the start, ${{ day: eventDate }}. Correct the day, or clear it; the sidebar ends a drip with a reason.`,
  });
}

/** The earliest day on which its partner, customer or transaction is archived, and the reason; undefined where none is. */
export function archiveOf(work: Work<Causes>, drip: Drip, today: Day): End | undefined {
  const causes = (
    [
      { table: "partners", record: work.get("partners", drip.partner) },
      { table: "customers", record: work.get("customers", drip.customer) },
      { table: "transactions", record: work.get("transactions", drip.transaction) },
    ] as const
  ).flatMap(({ table, record }) =>
    record?.status === "archived"
      ? [{ on: record.archivedOn ?? today, reason: { cause: "archived", table } as const }]
      : [],
  );
  return causes.sort((a, b) => (a.on < b.on ? -1 : 1))[0];
}

/** Whether the next run would end the drip at once: a record of it is archived, or its sale was refunded in full. */
export function isCauseGone(work: Work<Causes>, drip: Drip, today: Day): boolean {
  const sale = work.get("transactions", drip.transaction);
  const refund = sale && completingRefund(judgedAmountOf(sale), refundsAsTyped(work, sale.key));
  return refund !== undefined || archiveOf(work, drip, today) !== undefined;
}

/** Ends a drip whose sale was refunded in full, as that refund would have (REFUND-6). */
export function endIfRefunded(work: Work<"drips" | "transactions">, key: Key): void {
  const drip = work.get("drips", key);
  const sale = work.get("transactions", drip?.transaction ?? null);
  const full = sale && refundedInFullOn(work, sale);
  if (drip && full) endByRefund(work, drip, full);
}
