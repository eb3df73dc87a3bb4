import type { Day } from "../day";
import { dayField, keyField, longTextField, yesNoField } from "../fields";
import { keptOfDrip } from "../invoicing/kept";
import { toDecimal } from "../money";
import { DomainError } from "../problem";
import { accept } from "../rewards/grant";
import { endDrip } from "../schedule/end-drip";
import { isOver } from "../schedule/parts";
import { previewEnd } from "../schedule/preview-end";
import { deriveDrip } from "../schedule/progress";
import { releaseDrips } from "../schedule/release";
import type { Drip } from "../tables";
import type { Work } from "../work";
import { logAct } from "./log-act";
import { type Env, input, useCase } from "./use-case";

/** What ending a drip leaves and takes away; amounts are decimal text in its currency. */
export interface EndDripOutput {
  readonly drip: string;
  readonly endsOn: Day;
  readonly stands: { readonly count: number; readonly amount: string };
  readonly lost: {
    readonly count: number;
    readonly amount: string;
    readonly from: Day | null;
    readonly to: Day | null;
  };
  /** Made and not yet reviewed: the person may decline them in the same step. */
  readonly unreviewed: number;
  readonly currency: string;
  /** False for a preview: nothing was changed. */
  readonly ended: boolean;
}

/**
 * Ends a drip by hand, today or on a given day; with `confirmed` no, only says what would stand and what
 * would be lost (product.md §4). What fell due on or before the day is caught up first.
 */
export const endDripByHand = useCase({
  name: "end-drip",
  writes: true,
  inputs: {
    drip: input("Drip", keyField, { required: true }),
    on: input("Ends on", dayField, { hint: "Blank means today." }),
    reason: input("Reason", longTextField),
    declineUnreviewed: input("Also decline what is not yet reviewed", yesNoField),
    confirmed: input("Confirmed", yesNoField),
  },
  reads: ["drips", "rewards", "partners", "customers", "transactions", "triggers", "activity"],
  decide: (work, { drip: key, on, reason, declineUnreviewed, confirmed }, env): EndDripOutput => {
    const drip = work.get("drips", key);
    if (!drip) throw new DomainError("DRIP_UNKNOWN");
    if (isOver(drip)) throw new DomainError("DRIP_ENDED");
    const endsOn = on ?? env.today;
    if (endsOn < drip.eventDate) {
      throw new DomainError("INPUT_INVALID", "", [
        {
          code: "CELL_OUT_OF_RANGE",
          at: { table: "input", column: "on" },
          message: `The end can't be before the drip's start, ${drip.eventDate}.`,
        },
      ]);
    }
    const preview = previewOf(work, drip, endsOn);
    if (confirmed !== true) return preview;
    if (!reason) {
      throw new DomainError("INPUT_INVALID", "", [
        {
          code: "CELL_BLANK",
          at: { table: "input", column: "reason" },
          message: "Say why it ends.",
        },
      ]);
    }
    endDrip(work, drip, { on: endsOn, reason, by: env.user });
    releaseDrips(work, env.today, "", { only: key });
    if (declineUnreviewed) decline(work, key, reason, env);
    deriveDrip(work, work.get("drips", key) as Drip, keptOfDrip(work, drip));
    const to = `ended on ${endsOn}`;
    logAct(work, env, { what: "End drip", record: key, from: drip.status, to, why: reason });
    return { ...preview, ended: true };
  },
});

type Tables = "drips" | "rewards" | "partners" | "transactions";

function previewOf(work: Work<Tables>, drip: Drip, endsOn: Day): EndDripOutput {
  const { stands, lost } = previewEnd(work, drip, endsOn);
  const text = (amount: number) => toDecimal({ amount, currency: drip.currency });
  return {
    drip: drip.key,
    endsOn,
    stands: { ...stands, amount: text(stands.amount) },
    lost: { ...lost, amount: text(lost.amount) },
    unreviewed: work.where("rewards", "drip", drip.key).filter(({ status }) => status === "pending")
      .length,
    currency: drip.currency,
    ended: false,
  };
}

function decline(work: Work<Tables>, drip: string, reason: string, env: Env): void {
  for (const reward of work.where("rewards", "drip", drip)) {
    if (reward.status !== "pending") continue;
    work.update("rewards", reward.key, {
      ...accept(reward, { status: "declined" }),
      reason,
      invoice: null,
      decidedBy: env.user,
      decidedOn: env.today,
    });
  }
}
