import { isInOtherCurrency, type Limits, otherCurrencyReason } from "../rewards/limits";
import type { Drip, Reward } from "../tables";
import type { Settings } from "../tables/setting-definitions";

/** Whether a drip's rewards are made held: for the drip's own reason, or since its limits are in another currency. */
export const createsOnHold = (
  settings: Pick<Settings, "programCurrency">,
  drip: Pick<Drip, "heldReason" | "currency" | keyof Limits>,
): boolean => drip.heldReason !== null || isInOtherCurrency(settings, drip, drip.currency);

/** The reasons for which a reward is held, as its cell lists them. */
export const printReasons = (reasons: readonly (string | null | undefined)[]): string | null =>
  reasons.filter(Boolean).join("; ") || null;

/**
 * Why a reward of a drip would still be held if the drip were trusted: null for nothing else. Undefined where it is not
 * held as the drip made it: for another reason, or one that a person wrote (DRIP-37).
 */
export function otherHoldReason(
  settings: Pick<Settings, "programCurrency">,
  { status, reason }: Pick<Reward, "status" | "reason">,
  drip: Pick<Drip, "heldReason" | "currency" | keyof Limits>,
): string | null | undefined {
  if (status !== "held" || drip.heldReason === null) return undefined;
  const other = otherCurrencyReason(settings, drip, drip.currency);
  return reason === printReasons([drip.heldReason, other]) ? other : undefined;
}
