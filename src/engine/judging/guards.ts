import type { Day } from "../day";
import type { Customer, Partner } from "../tables";
import type { ProgramEvent } from "../triggers/program-event";
import { publicMailDomains } from "./public-mail-domains";

const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1);

/**
 * Whether a customer may be the partner in disguise: the same e-mail, or the same company domain, public mail
 * domains apart (product.md §3).
 */
export function isPossibleSelfReferral(
  partner: Pick<Partner, "email">,
  customer: Pick<Customer, "email"> | null,
): boolean {
  const [ours, theirs] = [partner.email, customer?.email].map((each) => each?.toLowerCase());
  if (!ours || !theirs) return false;
  if (ours === theirs) return true;
  return domainOf(ours) === domainOf(theirs) && !publicMailDomains.has(domainOf(ours));
}

/**
 * Why what is made for this event is made held, as the partner may read it; null where nothing is the matter.
 * Events before `lateBefore` are late.
 */
export function heldReasonOf(
  { on, customer }: ProgramEvent,
  partner: Partner,
  lateBefore: Day,
): string | null {
  const reasons = [
    ...(on < lateBefore ? ["late event"] : []),
    ...(isPossibleSelfReferral(partner, customer) ? ["possible self-referral"] : []),
  ];
  return reasons.length === 0 ? null : reasons.join("; ");
}

/** Why an event earns nothing whatever the rules say; undefined where triggers may act (product.md §3). */
export function barOf(
  { on, transaction, customer, partner }: ProgramEvent,
  programStart: Day,
): string | undefined {
  if (on < programStart) return "before program start";
  if (transaction?.status === "archived") return "archived";
  if (customer?.status === "archived") return "customer is archived";
  if (partner === null) return "no partner";
  return partner.status === "archived" ? "partner is archived" : undefined;
}
