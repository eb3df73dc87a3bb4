import { successorOf } from "../../drips/continue-drip";
import { endCells } from "../../drips/end";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { replacedDripKey } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { plural, say } from "../../kernel/say";
import type { Work } from "../../program/work";
import { keepUndoText } from "../../undo/record-undo";
import { UNDONE } from "../../undo/undoable-run";
import { checkInput } from "../shared/check-input";
import { logAct } from "../shared/log-act";
import { dripAct, settleDrip } from "../shared/settle-drip";
import { useCase } from "../shared/use-case";
import { readSwitch, type Switch } from "./kept-switch";
import { putTrigger } from "./save-trigger";
import { triggerInputs, triggerOf } from "./trigger-draft";

/**
 * Takes back that running drips got new terms: the trigger says again what it said, those that ended go on, and those
 * that began in their place are gone (DRIP-46). All or nothing: throws SWITCH_NOT_UNDOABLE where one of the new ones has
 * gone on since, the trigger was changed since, or it is undone already.
 */
export const undoSwitch = useCase({
  name: "undo-switch",
  ...dripAct,
  inputs: { line: input("Line of Activity", keyField, { required: true }) },
  decide: (work, { line: key }, env) => {
    const line = work.get("activity", key);
    const kept = line && readSwitch(line);
    const before = work.get("triggers", kept?.trigger ?? null);
    if (!kept || !before) throw new DomainError("SWITCH_NOT_UNDOABLE");
    if (before.version !== kept.version) {
      throw new DomainError("SWITCH_NOT_UNDOABLE", `“${before.name}” was changed since.`);
    }
    const { drips } = kept;
    for (const each of drips) refuseGoneOn(work, each);
    const values = checkInput(triggerInputs, kept.values, work.program);
    // A person may have paused it since.
    const state = before.state === "active" ? values.state : before.state;
    const { name, version } = putTrigger(work, triggerOf({ ...values, state }, before), before);
    for (const [drip, , isReplaced] of drips) {
      if (isReplaced) work.remove("drips", replacedDripKey(drip));
      // What it missed since, the next run makes.
      work.update("drips", drip, endCells(null));
      settleDrip(work, drip);
    }
    keepUndoText(work, line, [UNDONE]);
    logAct(work, env, {
      what: "Took back the new terms of running drips",
      name,
      records: [kept.trigger, ...drips.map(([drip]) => drip)],
      from: `version ${kept.version}`,
      to: say`version ${version}, ${plural(drips.length, "drip")} as before`,
    });
    return { trigger: kept.trigger, name, version, drips: drips.length };
  },
});

/** Throws where the drip was ended otherwise since, or the one in its place has done or lived through anything. */
function refuseGoneOn(
  work: Work<"drips" | "rewards">,
  [key, endsOn, isReplaced]: Switch["drips"][number],
): void {
  const next = work.get("drips", replacedDripKey(key));
  const isUntouched =
    next?.settled === next?.after &&
    next?.endsOn === null &&
    next.pausedOn === null &&
    next.skipped === null &&
    successorOf(work, next.key) === undefined &&
    work.where("rewards", "drip", next.key).length === 0;
  if (work.get("drips", key)?.endsOn === endsOn && (isReplaced ? isUntouched : !next)) return;
  throw new DomainError(
    "SWITCH_NOT_UNDOABLE",
    `The drip “${key}”, or the one in its place, has gone on or was changed since. End or continue drips one by one instead.`,
  );
}
