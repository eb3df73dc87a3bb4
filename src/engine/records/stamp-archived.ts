import type { Day } from "../day";
import type { Work } from "../work";

/** Fills *Archived on* with the run's own day where it was left blank beside *archived* (product.md §2). */
export function stampArchived(
  work: Work<"partners" | "customers" | "transactions">,
  today: Day,
): void {
  for (const table of ["partners", "customers", "transactions"] as const) {
    for (const record of work.where(table, "status", "archived")) {
      if (record.archivedOn === null) work.update(table, record.key, { archivedOn: today });
    }
  }
}
