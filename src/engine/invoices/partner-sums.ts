import { groupBy } from "../kernel/group-by";
import type { Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import { sortBy } from "../kernel/order";
import type { Work } from "../program/work";
import type { Reward } from "../tables";

/** A partner's sum in minor units. */
export interface PartnerSum {
  readonly partner: Key;
  readonly amount: number;
}

/** What becomes of a partner's sum when its invoice is made final; the last two are carried to the next one. */
export type SumOutcome = "payout" | "settled" | "negative" | "below minimum";

/** Lines by partner, in the order of the partners' keys. */
export const linesByPartner = (lines: readonly Reward[]) =>
  sortBy(
    groupBy(lines, ({ partner }) => partner),
    ([partner]) => partner,
  );

/**
 * What becomes of a sum (minor units): a negative one is never paid, 0 settles, one below the currency's minimum
 * is carried, but for an archived partner; reaching the minimum pays (INVOICE-16, INVOICE-17, INVOICE-18).
 */
export function outcomeOfSum(
  work: Work<"settings" | "partners">,
  currency: Currency,
  { partner, amount }: PartnerSum,
): SumOutcome {
  if (amount < 0) return "negative";
  if (amount === 0) return "settled";
  const minimum = work.settings.minimumPayout[currency] ?? 0;
  const isArchived = work.get("partners", partner)?.status === "archived";
  return amount < minimum && !isArchived ? "below minimum" : "payout";
}
