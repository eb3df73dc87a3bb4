import { isInOtherCurrency, type Limits } from "../rewards/limits";
import type { Drip, Reward } from "../tables";
import type { Settings } from "../tables/setting-definitions";

/** Whether a drip's rewards are made held: for the drip's own reason, or since its limits are in another currency. */
export const isMadeHeld = (
  settings: Pick<Settings, "programCurrency">,
  drip: Pick<Drip, "heldReason" | "currency" | keyof Limits>,
): boolean => drip.heldReason !== null || isInOtherCurrency(settings, drip, drip.currency);

/** The reasons for which a reward is held, as its cell lists them. */
export const printReasons = (reasons: readonly (string | null | undefined)[]): string | null =>
  reasons.filter(Boolean).join("; ") || null;

/**
 * Why a reward of a drip would still be held if the drip were trusted: null for nothing else. Undefined where it is not
 * held for the drip's own reason (DRIP-37).
 */
export function heldBesides(
  { status, reason }: Pick<Reward, "status" | "reason">,
  { heldReason }: Pick<Drip, "heldReason">,
): string | null | undefined {
  if (status !== "held" || reason === null || heldReason === null) return undefined;
  if (reason === heldReason) return null;
  const doubt = `${heldReason}; `;
  return reason.startsWith(doubt) ? reason.slice(doubt.length) : undefined;
}
