import { successorOf } from "../../drips/continue-drip";
import { endCells, endOf } from "../../drips/end";
import { isCauseGone } from "../../drips/end-drips";
import { DomainError } from "../../kernel/problem";
import { say } from "../../kernel/say";
import { endInWords } from "../../tables/packed/end-reason";
import { chosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { dripAct, settleDrip } from "../shared/settle-drip";
import { useCase } from "../shared/use-case";
import { dripInput } from "./chosen-drip";

/**
 * Withdraws an end still to come: all its occurrences are to come again (DRIP-28). Once more is as once. Throws
 * DRIP_UNKNOWN, DRIP_END_PASSED, DRIP_GOES_ON where another drip makes what is left, or DRIP_CAUSE_GONE where its
 * partner, customer or sale ends it anyway.
 */
export const withdrawEnd = useCase({
  name: "withdraw-end",
  ...dripAct,
  inputs: { drip: dripInput },
  decide: (work, { drip: key }, env) => {
    const drip = chosen(work, "drips", key);
    const end = endOf(drip);
    if (end === null) return { drip: key };
    if (end.on <= env.today) throw new DomainError("DRIP_END_PASSED");
    if (successorOf(work, key) !== undefined) throw new DomainError("DRIP_GOES_ON");
    if (isCauseGone(work, drip, env.today)) throw new DomainError("DRIP_CAUSE_GONE");
    work.update("drips", key, endCells(null));
    settleDrip(work, key);
    logAct(work, env, {
      what: "Withdraw end of drip",
      records: [key],
      from: say`ends on ${{ day: end.on }}${end.reason === null ? "" : `: ${endInWords(end.reason)}`}`,
      to: "runs on",
    });
    return { drip: key };
  },
});
