import { isCauseGone } from "../../drips/end-drips";
import type { Day } from "../../kernel/day";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import type { Drip } from "../../tables";

/** Refuses with DRIP_CAUSE_GONE where the next run would end the drip again at once. */
export function refuseWithoutCause(
  work: Work<"drips" | "partners" | "customers" | "transactions">,
  drip: Drip,
  today: Day,
): void {
  if (isCauseGone(work, drip, today)) throw new DomainError("DRIP_CAUSE_GONE");
}
