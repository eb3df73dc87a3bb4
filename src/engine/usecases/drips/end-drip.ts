import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { dripInput, dripTables, runningDrip } from "./chosen-drip";
import { type EndedDrip, endAll, endInputs, previewEnds } from "./end-chosen";

export interface EndDripOutput extends EndedDrip {
  /** False for a preview: nothing was changed. */
  readonly ended: boolean;
}

/**
 * Ends a drip by hand, today or on a given day; with `confirmed` no, only says what would stand and what
 * would be lost (product.md §4). Throws DRIP_UNKNOWN, DRIP_ENDED, INPUT_INVALID.
 */
export const endDripByHand = useCase({
  name: "end-drip",
  edits: "take over",
  inputs: { drip: dripInput, ...endInputs },
  reads: dripTables,
  decide: (work, { drip: key, ...ending }, env): EndDripOutput => {
    const drip = runningDrip(work, key);
    const [preview] = previewEnds(work, [drip], ending, env);
    const shown = preview as EndedDrip;
    if (ending.confirmed !== true) return { ...shown, ended: false };
    endAll(work, [drip], ending, env);
    const { status: from } = drip;
    const to = `ends on ${shown.endsOn}`;
    logAct(work, env, { what: "End drip", record: key, from, to, why: ending.reason });
    return { ...shown, ended: true };
  },
});
