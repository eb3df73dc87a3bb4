import type { Day } from "../day";
import type { Work } from "../work";

/**
 * Fills *Archived on* with the run's own day where it was left blank beside *archived*, and clears a past one
 * beside *active*, so that archiving again later does not take the old day (product.md §2).
 */
export function stampArchived(
  work: Work<"partners" | "customers" | "transactions">,
  today: Day,
): void {
  for (const table of ["partners", "customers", "transactions"] as const) {
    for (const { key, status, archivedOn } of work.all(table)) {
      if (status === "archived" && archivedOn === null) {
        work.update(table, key, { archivedOn: today });
      } else if (status === "active" && archivedOn !== null && archivedOn < today) {
        work.update(table, key, { archivedOn: null });
      }
    }
  }
}
