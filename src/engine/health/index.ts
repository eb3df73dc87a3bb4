import { causesGone } from "./causes-gone";
import { changedKeys } from "./changed-keys";
import { changedRows } from "./changed-rows";
import { otherCodes, sharedCodes, unusedCodes } from "./codes";
import { doubledRows } from "./doubled-rows";
import type { HealthCheck } from "./health-check";
import { impossibleStatuses } from "./impossible-statuses";
import { leftTheHouse } from "./left-the-house";
import { lostTriggers } from "./lost-triggers";
import { missedDays } from "./missed-days";
import { missingRewards } from "./missing-rewards";
import { orphans } from "./orphans";
import { paymentTargets } from "./payment-targets";
import { typedOver } from "./typed-over";
import { unknownSettings } from "./unknown-settings";
import { wrongSums } from "./wrong-sums";

/** The registry of health checks, in the order in which they are told (RUN-16). */
export const healthChecks = {
  "left-the-house": leftTheHouse,
  "missing-rewards": missingRewards,
  "causes-gone": causesGone,
  orphans,
  "impossible-statuses": impossibleStatuses,
  "wrong-sums": wrongSums,
  "doubled-rows": doubledRows,
  "typed-over": typedOver,
  "shared-codes": sharedCodes,
  "other-codes": otherCodes,
  "unused-codes": unusedCodes,
  "payment-targets": paymentTargets,
  "changed-keys": changedKeys,
  "changed-rows": changedRows,
  "lost-triggers": lostTriggers,
  "missed-days": missedDays,
  "unknown-settings": unknownSettings,
} as const satisfies { readonly [name: string]: HealthCheck };

export type CheckName = keyof typeof healthChecks;
export const checkNames = Object.keys(healthChecks) as readonly CheckName[];
