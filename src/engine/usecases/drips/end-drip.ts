import { isOver } from "../../drips/parts";
import { capped } from "../../kernel/capped";
import { madeKeyField } from "../../kernel/fields";
import { groupBy, sumOf } from "../../kernel/group-by";
import { listInput } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { say } from "../../kernel/say";
import { allChosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { dripAct } from "../shared/settle-drip";
import { showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { type EndedDrip, endAll, endInputs, previewEnds } from "./end-chosen";

/**
 * Ends one or many drips for one reason, all or none; with `confirmed` no, only says per drip and per currency what
 * would stand and what would be lost (DRIP-25). Throws DRIP_UNKNOWN, DRIP_ENDED where all are over, INPUT_INVALID.
 */
export const endDripByHand = useCase({
  name: "end-drip",
  ...dripAct,
  inputs: {
    drips: listInput("Drips", madeKeyField, { required: true }),
    ...endInputs,
  },
  decide: (work, { drips: keys, ...ending }, env) => {
    const all = allChosen(work, "drips", keys);
    const drips = all.filter((drip) => !isOver(drip));
    if (drips.length === 0) throw new DomainError("DRIP_ENDED");
    const previews = previewEnds(work, drips, ending, env);
    const ended = ending.confirmed === true;
    if (ended) {
      endAll(work, drips, ending, env);
      logAct(work, env, {
        what: drips.length === 1 ? "End drip" : say`End ${drips.length} drips`,
        records: drips.map(({ key }) => key),
        from: [...new Set(drips.map(({ status }) => status))].join(", "),
        to: say`ends on ${{ day: ending.on ?? env.today }}`,
        why: ending.reason,
      });
    }
    return {
      drips: capped(previews, 60_000, (preview) => preview),
      /** Over all of them, by currency. */
      sums: [...groupBy(previews, ({ stands }) => stands.amount.currency)].map(
        ([currency, group]) => ({
          stands: showMoney({ amount: sumOf(group, amountOf("stands")), currency }),
          lost: showMoney({ amount: sumOf(group, amountOf("lost")), currency }),
        }),
      ),
      count: drips.length,
      unreviewed: sumOf(previews, ({ unreviewed }) => unreviewed),
      /** How many of the chosen were over before, and stay as they are. */
      over: all.length - drips.length,
      /** False for a preview: nothing was changed. */
      ended,
    };
  },
});

const amountOf = (part: "stands" | "lost") => (preview: EndedDrip) => preview[part].amount.amount;
