import { isOver } from "../../drips/parts";
import { type Capped, capped } from "../../kernel/capped";
import { madeKeyField } from "../../kernel/fields";
import { listInput } from "../../kernel/input";
import type { Currency } from "../../kernel/money";
import { DomainError } from "../../kernel/problem";
import { recordText } from "../shared/chosen-rewards";
import { logAct } from "../shared/log-act";
import { type ShownMoney, showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { chosenDrip, dripTables } from "./chosen-drip";
import { type EndedDrip, endAll, endInputs, previewEnds } from "./end-chosen";

export interface EndDripOutput {
  readonly drips: Capped<EndedDrip>;
  /** Over all of them, by currency. */
  readonly sums: readonly { readonly stands: ShownMoney; readonly lost: ShownMoney }[];
  readonly count: number;
  readonly unreviewed: number;
  /** So many of the chosen were over before, and stay as they are. */
  readonly over: number;
  /** False for a preview: nothing was changed. */
  readonly ended: boolean;
}

/**
 * Ends one or many drips for one reason, all or none; with `confirmed` no, only says per drip and per currency what
 * would stand and what would be lost (DRIP-25). Throws DRIP_UNKNOWN, DRIP_ENDED where all are over, INPUT_INVALID.
 */
export const endDripByHand = useCase({
  name: "end-drip",
  edits: "take over",
  inputs: {
    drips: listInput("Drips", madeKeyField, { required: true }),
    ...endInputs,
  },
  reads: dripTables,
  decide: (work, { drips: keys, ...ending }, env): EndDripOutput => {
    const all = keys.map((key) => chosenDrip(work, key));
    const drips = all.filter((drip) => !isOver(drip));
    if (drips.length === 0) throw new DomainError("DRIP_ENDED");
    const previews = previewEnds(work, drips, ending, env);
    const ended = ending.confirmed === true;
    if (ended) {
      endAll(work, drips, ending, env);
      logAct(work, env, {
        what: drips.length === 1 ? "End drip" : `End ${drips.length} drips`,
        record: recordText(drips.map(({ key }) => key)),
        from: [...new Set(drips.map(({ status }) => status))].join(", "),
        to: `ends on ${ending.on ?? env.today}`,
        why: ending.reason,
      });
    }
    return {
      drips: capped(previews, 60_000, (preview) => preview),
      sums: sumsOf(previews),
      count: drips.length,
      unreviewed: previews.reduce((sum, { unreviewed }) => sum + unreviewed, 0),
      over: all.length - drips.length,
      ended,
    };
  },
});

function sumsOf(previews: readonly EndedDrip[]): EndDripOutput["sums"] {
  const sums = new Map<Currency, { stands: number; lost: number }>();
  for (const { stands, lost } of previews) {
    const before = sums.get(stands.amount.currency) ?? { stands: 0, lost: 0 };
    sums.set(stands.amount.currency, {
      stands: before.stands + stands.amount.amount,
      lost: before.lost + lost.amount.amount,
    });
  }
  return [...sums].map(([currency, { stands, lost }]) => {
    return {
      stands: showMoney({ amount: stands, currency }),
      lost: showMoney({ amount: lost, currency }),
    };
  });
}
