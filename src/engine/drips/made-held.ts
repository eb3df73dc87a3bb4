import { holdOf } from "../rewards/hold";
import { isInOtherCurrency, type Limits, otherCurrencyReason } from "../rewards/limits";
import type { Drip, Reward } from "../tables";
import type { HoldReason } from "../tables/packed/hold-reasons";
import type { Settings } from "../tables/setting-definitions";

/** Whether a drip's rewards are put on hold: for the drip's own reason, or since its limits are in another currency. */
export const createsOnHold = (
  settings: Pick<Settings, "programCurrency">,
  drip: Pick<Drip, "heldReason" | "currency" | keyof Limits>,
): boolean => drip.heldReason !== null || isInOtherCurrency(settings, drip, drip.currency);

/**
 * Why a reward of a drip would still be held if the drip were trusted. Undefined where it is not held as the drip made
 * it: for another reason, or one that a person wrote (DRIP-37).
 */
export function otherHoldReasons(
  settings: Pick<Settings, "programCurrency">,
  reward: Reward,
  drip: Pick<Drip, "heldReason" | "currency" | keyof Limits>,
): readonly HoldReason[] | undefined {
  const { heldReason, currency } = drip;
  if (heldReason === null) return undefined;
  const others = otherCurrencyReason(settings, drip, currency);
  const asMade = JSON.stringify([...heldReason, ...others]);
  return JSON.stringify(holdOf(reward)) === asMade ? others : undefined;
}
