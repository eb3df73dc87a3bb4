import type { Work } from "../program/work";
import type { Transaction } from "../tables";
import type { NothingEarned } from "../tables/packed/happened";
import { markerOf } from "../tables/packed/marker";
import { isRefund } from "./refund-row";

/** Why a processed sale earned nothing, where a person can mend it (IMPORT-7); undefined for any other sale. */
export function whyNothing(
  work: Work<"settings">,
  sale: Transaction,
): keyof NothingEarned | undefined {
  const marker = markerOf(sale);
  if (!marker || marker.found || marker.acted.length > 0) return undefined;
  if (isRefund(sale) || sale.status === "archived") return undefined;
  if (sale.date.day < work.settings.programStart) return "beforeStart";
  return sale.partner === null ? "noPartner" : undefined;
}

/** The sales that were processed since the program was read, and earned nothing; null where there are none. */
export function countNothing(
  work: Work<"settings" | "transactions">,
  earlier: NothingEarned | null,
): NothingEarned | null {
  const counts = { ...(earlier ?? { noPartner: 0, beforeStart: 0 }) };
  for (const key of work.touched("transactions")) {
    const before = work.program.tables.transactions?.byKey.get(key)?.record;
    const sale = work.get("transactions", key);
    if (!sale || (before && markerOf(before))) continue;
    const why = whyNothing(work, sale);
    if (why) counts[why]++;
  }
  return counts.noPartner + counts.beforeStart === 0 ? null : counts;
}
