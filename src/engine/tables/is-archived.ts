import type { Day } from "../kernel/day";
import type { RecordStatus } from "../kernel/vocabulary";

/**
 * Whether a record is archived on a day: from *Archived on* on; a blank one is filled by the next run, so it
 * counts from now (SHEET-36).
 */
export const isArchived = (
  { status, archivedOn }: { readonly status: RecordStatus; readonly archivedOn: Day | null },
  on: Day,
): boolean => status === "archived" && (archivedOn === null || archivedOn <= on);
