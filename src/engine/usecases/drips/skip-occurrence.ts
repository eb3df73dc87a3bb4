import { dueDate } from "../../drips/occurrences";
import { lastToMake } from "../../drips/parts";
import { listParts, settledOf, skippedOf } from "../../drips/skipped";
import { addDays } from "../../kernel/day";
import { integerField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { say } from "../../kernel/say";
import type { Drip } from "../../tables";
import { catchUp } from "../../timeline/advance";
import { chosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { dripAct, settleDrip } from "../shared/settle-drip";
import { useCase } from "../shared/use-case";
import { dripInput, runningDrip } from "./chosen-drip";

/**
 * Forfeits a drip's next occurrence, or with `undo` takes that back while its day is not past; the other dates don't
 * shift (DRIP-32). Once more is as once. Throws DRIP_UNKNOWN, DRIP_ENDED, OCCURRENCE_MADE, OCCURRENCE_NOT_NEXT,
 * OCCURRENCE_PAST.
 */
export const skipOccurrence = useCase({
  name: "skip-occurrence",
  ...dripAct,
  inputs: {
    drip: dripInput,
    occurrence: input("Occurrence", integerField(1, 600), { required: true }),
    undo: input("Make it after all", yesNoField),
  },
  decide: (work, { drip: key, occurrence, undo }, env) => {
    const before = runningDrip(work, key);
    // What fell due before today is the partner's: it is made, not skipped.
    catchUp(work, key, addDays(env.today, -1), env);
    const drip = chosen(work, "drips", key);
    const skipped = !undo;
    const due = dueDate(drip, occurrence);
    const output = { drip: key, occurrence, due, skipped };
    const parts = skippedOf(drip);
    if (occurrence <= settledOf(drip) && !parts.has(occurrence)) {
      throw new DomainError("OCCURRENCE_MADE");
    }
    if (parts.has(occurrence) === skipped) {
      settleDrip(work, key);
      return output;
    }
    if (undo && (due < env.today || occurrence <= settledOf(drip))) {
      throw new DomainError("OCCURRENCE_PAST");
    }
    if (!undo && nextOf(drip) !== occurrence) throw new DomainError("OCCURRENCE_NOT_NEXT");
    const now = undo ? [...parts].filter((k) => k !== occurrence) : [...parts, occurrence];
    work.update("drips", key, { skipped: listParts(now) });
    settleDrip(work, key);
    logAct(work, env, {
      what: undo ? "Take back a skip" : "Skip occurrence",
      records: [key],
      from: before.nextDate === null ? "" : say`next on ${{ day: before.nextDate }}`,
      to: say`${`${occurrence} of ${drip.occurrences}`}, due ${{ day: due }}, ${undo ? "is made" : "is skipped"}`,
    });
    return output;
  },
});

/** The occurrence that comes next; undefined where none is left. */
function nextOf(drip: Drip): number | undefined {
  const skipped = skippedOf(drip);
  const last = lastToMake(drip);
  for (let k = settledOf(drip) + 1; k <= last; k++) if (!skipped.has(k)) return k;
  return undefined;
}
