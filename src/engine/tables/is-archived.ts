import type { Day } from "../kernel/day";
import { isApplicant, type Key } from "../kernel/keys";
import type { RecordStatus } from "../kernel/vocabulary";

interface Archivable {
  readonly status: RecordStatus;
  readonly archivedOn: Day | null;
}

/**
 * Whether an event dated on a day comes after the record was archived: *Archived on* itself still counts as active,
 * and so does a blank one, which the next run fills with its own day (TIME-4).
 */
export const isArchivedOn = ({ status, archivedOn }: Archivable, on: Day): boolean =>
  status === "archived" && archivedOn !== null && on > archivedOn;

/**
 * Whether an event of a day comes before its partner: one who came by an application is a partner from *Joined on*, and
 * nobody's partner before (PARTNER-7e).
 */
export const isBeforeJoining = (
  { key, joinedOn }: { readonly key: Key<"partners">; readonly joinedOn: Day | null },
  on: Day,
): boolean => joinedOn !== null && on < joinedOn && isApplicant(key);

/** The record as an event of a day sees it: active until the day on which it was archived (TIME-4). */
export const asOf = <R extends Archivable>(record: R, on: Day): R =>
  record.status === "archived" && !isArchivedOn(record, on)
    ? { ...record, status: "active", archivedOn: null }
    : record;
