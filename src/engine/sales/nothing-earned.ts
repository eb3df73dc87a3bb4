import type { Day } from "../kernel/day";
import type { Work } from "../program/work";
import type { Transaction } from "../tables";
import type { NothingEarned } from "../tables/packed/happened";
import { markerOf } from "../tables/packed/marker";
import { isRefund } from "./refund-row";

/**
 * Why a processed sale earned nothing, where a person can mend it (IMPORT-7); undefined for any other sale. `hadTrigger` says
 * whether any trigger listened to sales on the day on which it was processed.
 */
export function whyNothing(
  work: Work<"settings">,
  sale: Transaction,
  hadTrigger: (day: Day) => boolean,
): keyof NothingEarned | undefined {
  const marker = markerOf(sale);
  if (!marker || marker.found || marker.acted.length > 0) return undefined;
  if (isRefund(sale) || sale.status === "archived" || sale.test) return undefined;
  if (sale.date.day < work.settings.programStart) return "beforeStart";
  if (sale.partner === null) return "noPartner";
  return hadTrigger(marker.day) ? undefined : "noTrigger";
}

const none: NothingEarned = { noPartner: 0, beforeStart: 0, noTrigger: 0 };

/** The sales that were processed since the program was read, and earned nothing; null where there are none. */
export function countNothing(
  work: Work<"settings" | "transactions" | "triggers">,
  earlier: NothingEarned | null,
): NothingEarned | null {
  const counts = { ...(earlier ?? none) };
  const hasTrigger = work
    .all("triggers")
    .some(({ state, event }) => state === "active" && event === "transaction created");
  for (const key of work.touched("transactions")) {
    const before = work.program.tables.transactions?.byKey.get(key)?.record;
    const sale = work.get("transactions", key);
    if (!sale || (before && markerOf(before))) continue;
    const why = whyNothing(work, sale, () => hasTrigger);
    if (why) counts[why]++;
  }
  return Object.values(counts).some((n) => n > 0) ? counts : null;
}
