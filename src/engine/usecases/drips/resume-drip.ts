import { forfeit } from "../../drips/end-drip";
import { dueDate } from "../../drips/occurrences";
import { type Part, partsIn } from "../../drips/parts";
import { capped } from "../../kernel/capped";
import type { Day } from "../../kernel/day";
import { wordField } from "../../kernel/fields";
import { sumOf } from "../../kernel/group-by";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { say } from "../../kernel/say";
import type { Work } from "../../program/work";
import type { Drip } from "../../tables";
import { catchUp } from "../../timeline/advance";
import { logAct } from "../shared/log-act";
import { dripAct, settleDrip } from "../shared/settle-drip";
import { showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { dripInput, runningDrip } from "./chosen-drip";

/** What becomes of the occurrences that fell due during a pause. */
export const fellDueChoices = ["make", "forfeit"] as const;

/**
 * Resumes a paused drip on its old dates. Where something fell due since the pause, today included, the person makes or
 * forfeits it; without that answer nothing is changed (DRIP-30). Once more is as once. Throws DRIP_UNKNOWN,
 * DRIP_ENDED.
 */
export const resumeDrip = useCase({
  name: "resume-drip",
  ...dripAct,
  inputs: {
    drip: dripInput,
    fellDue: input("What fell due in the meantime", wordField(fellDueChoices)),
  },
  decide: (work, { drip: key, fellDue }, env) => {
    const drip = runningDrip(work, key);
    const { pausedOn, endsOn, currency } = drip;
    // What fell due in a pause that outlasted the drip is lost; the next run says so in its row.
    if (endsOn !== null && endsOn <= env.today) throw new DomainError("DRIP_ENDED");
    const due = pausedOn === null ? [] : dueSince(work, drip, pausedOn, env.today);
    const output = {
      drip: key,
      /** False where the person has to say first what becomes of what fell due. */
      resumed: due.length === 0 || fellDue !== null,
      fellDue: capped(due, 20_000, ({ k, amount }) => ({
        k,
        due: dueDate(drip, k),
        amount: showMoney({ amount, currency }),
      })),
      sum: showMoney({ amount: sumOf(due), currency }),
    };
    if (pausedOn === null || !output.resumed) return output;
    const skipped = fellDue === "forfeit" ? forfeit(drip, pausedOn, env.today) : drip.skipped;
    work.update("drips", key, { pausedOn: null, skipped });
    catchUp(work, key, env.today, env);
    settleDrip(work, key);
    const meanwhile = due.length === 0 ? "" : `, ${due.length} ${said[fellDue ?? "make"]}`;
    logAct(work, env, {
      what: "Resume drip",
      records: [key],
      from: say`paused on ${{ day: pausedOn }}`,
      to: `resumed${meanwhile}`,
    });
    return output;
  },
});

const said = { make: "made", forfeit: "forfeited" } as const;

/** What fell due since the pause and is not made. */
function dueSince(
  work: Work<"rewards" | "transactions">,
  drip: Drip,
  since: Day,
  today: Day,
): readonly Part[] {
  return partsIn(work, drip).filter(({ k, state }) => {
    const due = dueDate(drip, k);
    return state === "to come" && due >= since && due <= today;
  });
}
