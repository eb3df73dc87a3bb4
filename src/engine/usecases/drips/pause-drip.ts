import { addDays } from "../../kernel/day";
import { say } from "../../kernel/say";
import { catchUp } from "../../timeline/advance";
import { logAct } from "../shared/log-act";
import { dripAct, settleDrip } from "../shared/settle-drip";
import { useCase } from "../shared/use-case";
import { dripInput, runningDrip } from "./chosen-drip";

/**
 * Pauses a drip from today on: nothing is made until it is resumed, and the dates stay. What fell due before today is
 * made first (DRIP-29). Once more is as once. Throws DRIP_UNKNOWN, DRIP_ENDED.
 */
export const pauseDrip = useCase({
  name: "pause-drip",
  ...dripAct,
  inputs: { drip: dripInput },
  decide: (work, { drip: key }, env) => {
    const drip = runningDrip(work, key);
    if (drip.pausedOn !== null) return { drip: key, pausedOn: drip.pausedOn };
    catchUp(work, key, addDays(env.today, -1), env);
    work.update("drips", key, { pausedOn: env.today });
    settleDrip(work, key);
    const to = say`paused on ${{ day: env.today }}`;
    logAct(work, env, { what: "Pause drip", records: [key], from: drip.status, to });
    return { drip: key, pausedOn: env.today };
  },
});
