import { addDays, type Day } from "../kernel/day";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Drip } from "../tables";
import { successorOf } from "./continue-drip";
import { endDrip, endPause } from "./end-drip";
import { dueDate } from "./occurrences";
import { isOver } from "./parts";

/** What a drip says of its end where a record was archived. */
export const archiveReasons = {
  partners: "partner archived",
  customers: "customer archived",
  transactions: "transaction archived",
} as const;

type Causes = "drips" | "partners" | "customers" | "transactions";
interface End {
  readonly on: Day;
  readonly reason: string;
}

/**
 * Ends the drips whose partner, customer or transaction is archived, at the earliest of their days
 * (product.md §4), and closes the pauses of those that have ended. How many ended.
 */
export function endDrips(work: Work<Causes>, today: Day): number {
  let ended = 0;
  for (const drip of work.all("drips")) {
    refuseTypedEnd(work, drip);
    const cause = isOver(drip) ? undefined : (goesOn(work, drip) ?? archiveOf(work, drip, today));
    if (cause && endDrip(work, drip, { ...cause, by: PROGRAM })) ended++;
    endPause(work, work.get("drips", drip.key) ?? drip, today);
  }
  return ended;
}

/** The end of a drip that another has taken over, whose own was cleared in its cell: each part is made by one of them. */
function goesOn(work: Work<Causes>, drip: Drip): End | undefined {
  const next = successorOf(work, drip.key);
  if (next === undefined) return undefined;
  const last = Math.max(drip.issued, work.get("drips", next)?.after ?? 0);
  return { on: addDays(dueDate(drip, last + 1), -1), reason: `goes on as ${next}` };
}

/** An end before the start that a person typed makes nothing of the drip, which can't be what was meant. */
function refuseTypedEnd(work: Work<Causes>, { key, endsOn, endedBy, eventDate }: Drip): void {
  if (endsOn === null || endedBy !== null || endsOn >= eventDate) return;
  work.report({
    code: "CELL_OUT_OF_RANGE",
    at: { table: "Drips", row: key, column: "Ended on" },
    message: `The end, ${endsOn}, is before the start, ${eventDate}. Correct the day, or clear it; the sidebar ends a drip with a reason.`,
  });
}

/** The earliest day on which its partner, customer or transaction is archived, and the reason; undefined where none is. */
export function archiveOf(work: Work<Causes>, drip: Drip, today: Day): End | undefined {
  const causes = [
    { record: work.get("partners", drip.partner), reason: archiveReasons.partners },
    { record: work.get("customers", drip.customer), reason: archiveReasons.customers },
    { record: work.get("transactions", drip.transaction), reason: archiveReasons.transactions },
  ].flatMap(({ record, reason }) =>
    record?.status === "archived" ? [{ on: record.archivedOn ?? today, reason }] : [],
  );
  return causes.sort((a, b) => (a.on < b.on ? -1 : 1))[0];
}
