import type { Day } from "../day";
import { completingRefund, refundsOf } from "../invoicing/kept";
import { DomainError } from "../problem";
import { archiveOf } from "../schedule/end-drips";
import type { Drip } from "../tables";
import type { Work } from "../work";

type Tables = "drips" | "partners" | "customers" | "transactions";

/** Refuses with DRIP_CAUSE_GONE where the next run would end the drip again at once. */
export function refuseWithoutCause(work: Work<Tables>, drip: Drip, today: Day): void {
  const sale = work.get("transactions", drip.transaction);
  const isRefunded = sale && completingRefund(sale.amount, refundsOf(work, sale.key));
  if (isRefunded || archiveOf(work, drip, today)) throw new DomainError("DRIP_CAUSE_GONE");
}
