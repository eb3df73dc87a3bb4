import type { ActionKind } from "../kernel/vocabulary";
import type { ActionDefinition } from "./action";
import { endCustomerDrips } from "./end-customer-drips";
import { grantReward } from "./grant-reward";
import { movePartner } from "./move-partner";
import { startDrip } from "./start-drip";

/** The registry of what a trigger can do. */
export const actions = {
  "grant a reward": grantReward,
  "start a drip": startDrip,
  "move the partner to a group": movePartner,
  "end the customer's drips": endCustomerDrips,
} as const satisfies Readonly<Record<ActionKind, ActionDefinition>>;
