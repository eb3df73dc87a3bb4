import { otherHoldReasons } from "../../drips/made-held";
import { decisionsOf } from "../../rewards/decisions";
import { isLocked } from "../../rewards/final";
import { moveReward } from "../../rewards/status-moves";
import { heldFor, holdInWords } from "../../tables/packed/hold-reasons";
import { chosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { dripAct, settleDrip } from "../shared/settle-drip";
import { useCase } from "../shared/use-case";
import { dripInput } from "./chosen-drip";

/**
 * Trusts a drip whose rewards are put on hold, as after a possible self-referral: those held for that reason alone become
 * pending, and what is to come is made pending (JUDGE-16). Once more is as once. Throws DRIP_UNKNOWN.
 */
export const trustDrip = useCase({
  name: "trust-drip",
  ...dripAct,
  inputs: { drip: dripInput },
  decide: (work, { drip: key }, env) => {
    const drip = chosen(work, "drips", key);
    const { heldReason } = drip;
    if (heldReason === null) return { drip: key, released: 0 };
    let released = 0;
    for (const reward of work.where("rewards", "drip", key)) {
      const rest = otherHoldReasons(work.settings, reward, drip);
      if (rest === undefined || isLocked(work, reward)) continue;
      if (rest.length > 0) {
        const { reason, hold } = heldFor(rest, reward.currency);
        const decisions = { ...decisionsOf(reward), hold };
        work.update("rewards", reward.key, { reason, decisions });
      } else {
        moveReward(work, reward, { status: "pending", reason: null, by: env.user, on: env.today });
        released++;
      }
    }
    work.update("drips", key, { heldReason: null });
    settleDrip(work, key);
    logAct(work, env, {
      what: "Trust drip",
      records: [key],
      from: `held: ${holdInWords(heldReason, drip.currency)}`,
      to: `trusted, ${released} made pending`,
    });
    return { drip: key, released };
  },
});
