import { archiveOf } from "../../drips/end-drips";
import type { Day } from "../../kernel/day";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import { completingRefund, judgedAmountOf, refundsAsTyped } from "../../sales/net-of-refunds";
import type { Drip } from "../../tables";

type Tables = "drips" | "partners" | "customers" | "transactions";

/** Refuses with DRIP_CAUSE_GONE where the next run would end the drip again at once. */
export function refuseWithoutCause(work: Work<Tables>, drip: Drip, today: Day): void {
  const sale = work.get("transactions", drip.transaction);
  const isRefunded = sale && completingRefund(judgedAmountOf(sale), refundsAsTyped(work, sale.key));
  if (isRefunded || archiveOf(work, drip, today)) throw new DomainError("DRIP_CAUSE_GONE");
}
