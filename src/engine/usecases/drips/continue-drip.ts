import { continuationOf, successorOf } from "../../drips/continue-drip";
import { isCauseGone } from "../../drips/end-drips";
import { insertDrip } from "../../drips/frozen-terms";
import { dueDate } from "../../drips/occurrences";
import { isOver, partsIn } from "../../drips/parts";
import type { Day } from "../../kernel/day";
import { yesNoField } from "../../kernel/fields";
import { sumOf } from "../../kernel/group-by";
import { input } from "../../kernel/input";
import { continuedDripKey } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { say } from "../../kernel/say";
import type { Work } from "../../program/work";
import type { Drip } from "../../tables";
import { catchUp } from "../../timeline/advance";
import { chosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { dripAct, settleDrip } from "../shared/settle-drip";
import { showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { dripInput } from "./chosen-drip";

/**
 * Continues an ended drip as a new one with the occurrences that were never made; with `confirmed` no, only says which
 * (DRIP-33). Once more is as once. Throws DRIP_UNKNOWN, DRIP_RUNNING, DRIP_END_TO_COME, DRIP_GOES_ON,
 * DRIP_NOTHING_LEFT, DRIP_CAUSE_GONE.
 */
export const continueDrip = useCase({
  name: "continue-drip",
  ...dripAct,
  inputs: { drip: dripInput, confirmed: input("Confirmed", yesNoField) },
  decide: (work, { drip: key, confirmed }, env) => {
    const drip = chosen(work, "drips", key);
    if (!isOver(drip)) throw new DomainError("DRIP_RUNNING");
    const existing = work.get("drips", continuedDripKey(key));
    if (!existing) refuseUntilItsEnd(work, drip, env.today);
    const next = existing ?? continuationOf(drip, env.today);
    if (!next) throw new DomainError("DRIP_NOTHING_LEFT");
    if (!existing && isCauseGone(work, drip, env.today)) throw new DomainError("DRIP_CAUSE_GONE");
    const parts = partsIn(work, next).filter(
      ({ state }) => state === "to come" || state === "made",
    );
    const amount = sumOf(parts);
    const output = {
      /** The new drip. */
      drip: next.key,
      count: parts.length,
      amount: showMoney({ amount, currency: next.currency }),
      from: dueDate(next, next.after + 1),
      to: dueDate(next, next.occurrences),
    };
    if (existing) return { ...output, continued: true };
    if (confirmed !== true) return { ...output, continued: false };
    insertDrip(work, next);
    catchUp(work, next.key, env.today, env);
    settleDrip(work, next.key);
    logAct(work, env, {
      what: "Continue drip",
      records: [next.key],
      from: key,
      to: say`${parts.length} from ${{ day: output.from }} to ${{ day: output.to }}`,
    });
    return { ...output, continued: true };
  },
});

/** What is left is made once: by the drip itself while its end may be withdrawn, or by the one that took its place. */
function refuseUntilItsEnd(work: Work<"drips">, { key, endsOn }: Drip, today: Day): void {
  if (endsOn !== null && endsOn > today) throw new DomainError("DRIP_END_TO_COME");
  if (successorOf(work, key) !== undefined) throw new DomainError("DRIP_GOES_ON");
}
