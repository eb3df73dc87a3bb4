import type { Day } from "../kernel/day";
import type { Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import type { Partner } from "../tables";
import { isArchivedOn } from "../tables/is-archived";
import type { HoldReason } from "../tables/packed/hold-reasons";
import { isPossibleSelfReferral } from "./self-referral";

/** Why what is made for this event is put on hold; nothing where all is well. Events before `lateBefore` are late. */
export function holdReasonsOf(
  work: Work,
  event: ProgramEvent,
  partner: Partner,
  lateBefore: Day,
): readonly HoldReason[] {
  const { on, customer } = event;
  return [
    ...(on < lateBefore ? [{ cause: "late event" } as const] : []),
    ...(isPossibleSelfReferral(work, partner, customer)
      ? [{ cause: "possible self-referral" } as const]
      : []),
  ];
}

/**
 * Why an event earns nothing whatever the rules say; undefined where triggers may act. A sale that is archived before
 * it is judged earns nothing; a customer or partner that is archived bars only what is dated later (TIME-4).
 */
export function blockReason(
  { on, transaction, customer, partner }: ProgramEvent,
  { work }: { readonly work: Work<"settings"> },
): string | undefined {
  if (on < work.settings.programStart) return "before program start";
  if (transaction?.status === "archived") return "archived";
  if (customer && isArchivedOn(customer, on)) return "customer is archived";
  if (partner === null) return "no partner";
  return isArchivedOn(partner, on) ? "partner is archived" : undefined;
}
