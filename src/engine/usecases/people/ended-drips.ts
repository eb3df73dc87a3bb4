import { continuationOf, successorOf } from "../../drips/continue-drip";
import { dropWaitingEnd, isComing } from "../../drips/end-drip";
import { endIfRefunded } from "../../drips/end-drips";
import { insertDrip } from "../../drips/frozen-terms";
import { partsIn } from "../../drips/parts";
import { deriveDrip } from "../../drips/progress";
import type { Day } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import type { Key } from "../../kernel/keys";
import { refuseInput } from "../../kernel/refuse-input";
import type { Work } from "../../program/work";
import { completingRefund, judgedAmountOf, refundsAsTyped } from "../../sales/net-of-refunds";
import type { Drip } from "../../tables";
import { endReason } from "../../tables/packed/end-reason";
import { readShape } from "../../tables/packed/packed";
import {
  day,
  integer,
  list,
  optional,
  record,
  text,
  tuple,
  typedKey,
} from "../../tables/packed/shape";
import { catchUp } from "../../timeline/advance";
import type { DripTables } from "../../timeline/life";
import { type ArchivableTable, archivableTables, recordNouns } from "./archivable";

/** A reply stays under 100 kB. */
const LONGEST = 30_000;
/** What an archiving changes in a drip's row. */
const formerEnd = record({
  endsOn: optional(day),
  endReason: optional(endReason),
  endedBy: optional(text),
  pausedOn: optional(day),
  skipped: optional(list(integer)),
  settled: optional(integer),
});

/** The drips that an archiving ended. */
export const endedBy = (work: Work<"drips">, table: ArchivableTable, key: Key): readonly Drip[] =>
  work
    .where("drips", recordNouns[table], key)
    .filter((drip) => isEndedBy(drip, table) && !isComing(drip));

const isEndedBy = ({ endReason }: Drip, table: ArchivableTable): boolean =>
  isArchiving(endReason, table);
const isArchiving = (reason: Drip["endReason"], table: ArchivableTable): boolean =>
  reason?.cause === "archived" && reason.table === table;

/**
 * What drips were before an archiving, those behind whose end it waits included, as text that its undo takes; null where there
 * is too much or more to say of one.
 */
export function printEnds(before: readonly Drip[], waiting: readonly Drip[]): string | null {
  if (before.some(({ endings }) => endings !== null)) return null;
  const ends = JSON.stringify([
    ...before.map(({ key, endsOn, endReason, endedBy, pausedOn, skipped, settled }) => [
      key,
      { endsOn, endReason, endedBy, pausedOn, skipped, settled },
    ]),
    ...waiting.map(({ key }) => [key, null]),
  ]);
  return ends.length > LONGEST ? null : ends;
}

/** Makes these drips what they were before the archiving of that day, and catches up what they missed. Throws INPUT_INVALID. */
export function restoreEnds(
  work: Work<DripTables>,
  takeBack: string,
  { table, on }: { readonly table: ArchivableTable; readonly on: Day | null },
  env: Env,
): void {
  const ends =
    readShape(list(tuple(typedKey, optional(formerEnd))), takeBack) ??
    refuseInput("takeBack", "This can no longer be undone. Bring the record back instead.");
  for (const [key, before] of ends) {
    const drip = work.get("drips", key);
    if (drip && before === null) {
      dropWaitingEnd(work, drip, (end) => end.on === on && isArchiving(end.reason, table));
    }
    // Whatever happened to it since is not undone.
    if (!drip || !before || !isEndedBy(drip, table) || drip.endsOn !== on) continue;
    // One whose end was set already goes on until then, whatever goes on from it.
    if (before.endsOn === null && successorOf(work, drip.key) !== undefined) continue;
    work.update("drips", drip.key, before);
    endIfRefunded(work, drip.key);
    settle(work, drip.key, env);
  }
}

type Continuable = ReturnType<typeof continuableDrips>[number];

/**
 * The drips that an archiving ended and that nothing else has ended or continued, each with the one that would go on once the
 * record is active again, and the parts that this would make (DRIP-33).
 */
export const continuableDrips = (
  work: Work<DripTables>,
  table: ArchivableTable,
  key: Key,
  today: Day,
) =>
  endedBy(work, table, key).flatMap((drip) => {
    const isArchived = archivableTables.some(
      (each) =>
        each !== table && work.get(each, drip[recordNouns[each]] as never)?.status === "archived",
    );
    const sale = work.get("transactions", drip.transaction);
    const back = sale && completingRefund(judgedAmountOf(sale), refundsAsTyped(work, sale.key));
    const next = continuationOf(drip, today);
    if (isArchived || back || !next || successorOf(work, drip.key) !== undefined) return [];
    const parts = partsIn(work, next).filter(({ state }) => state === "to come");
    return parts.length === 0 ? [] : [{ drip, next, parts }];
  });

/** Starts the drips that go on. */
export function continueDrips(work: Work<DripTables>, all: readonly Continuable[], env: Env): void {
  for (const { next } of all) {
    insertDrip(work, next);
    settle(work, next.key, env);
  }
}

function settle(work: Work<DripTables>, key: Key, env: Env): void {
  catchUp(work, key, env.today, env);
  deriveDrip(work, key);
}
