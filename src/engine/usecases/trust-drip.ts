import { isLocked } from "../invoicing/locked";
import type { Key } from "../keys";
import { moveReward } from "../rewards/status-moves";
import { chosenDrip, dripInput, dripTables, settleDrip } from "./chosen-drip";
import { logAct } from "./log-act";
import { takeOver } from "./take-over";
import { useCase } from "./use-case";

export interface TrustDripOutput {
  readonly drip: Key;
  /** So many of its rewards were held for the same reason, and are pending now. */
  readonly released: number;
}

/**
 * Trusts a drip whose rewards are made held, as after a possible self-referral: those held for that reason become
 * pending, and what is to come is made pending (product.md §3). Once more is as once. Throws DRIP_UNKNOWN.
 */
export const trustDrip = useCase({
  name: "trust-drip",
  writes: true,
  inputs: { drip: dripInput },
  reads: dripTables,
  first: takeOver,
  decide: (work, { drip: key }, env): TrustDripOutput => {
    const { heldReason } = chosenDrip(work, key);
    if (heldReason === null) return { drip: key, released: 0 };
    const held = work
      .where("rewards", "drip", key)
      .filter((reward) => reward.status === "held" && reward.reason === heldReason)
      .filter((reward) => !isLocked(work, reward));
    for (const reward of held) {
      moveReward(work, reward, { status: "pending", reason: null, by: env.user, on: env.today });
    }
    work.update("drips", key, { heldReason: null });
    settleDrip(work, key);
    logAct(work, env, {
      what: "Trust drip",
      record: key,
      from: `held: ${heldReason}`,
      to: `trusted, ${held.length} made pending`,
    });
    return { drip: key, released: held.length };
  },
});
