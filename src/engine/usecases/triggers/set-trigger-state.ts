import { keyField, wordField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { triggerStates } from "../../kernel/vocabulary";
import { factsOf } from "../../rules/facts";
import { versionTrigger } from "../../triggers/version";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { overlapQuestion } from "./overlap-question";
import { refuseUnsound } from "./refuse-unsound";
import { overlapLines, ownColumns, runningDrips, savedTrigger } from "./saved-trigger";

/**
 * Activates, pauses or returns to draft a saved trigger; its drips run on (TRIG-27). Only a sound one becomes
 * active: throws INPUT_INVALID with a sentence for each field, TRIGGER_UNKNOWN or TRIGGER_UNREADABLE.
 */
export const setTriggerState = useCase({
  name: "set-trigger-state",
  edits: "leave",
  inputs: {
    trigger: input("Trigger", keyField, { required: true }),
    state: input("State", wordField(triggerStates), { required: true }),
    ask: input("Ask before it pays beside others", yesNoField),
  },
  reads: ["settings", "triggers", "drips", ...ownColumns, "activity"],
  decide: (work, { trigger: key, state, ask }, env) => {
    const before = savedTrigger(work, key);
    const catalogue = factsOf(work.program);
    const becomesActive = state === "active" && before.state !== "active";
    const sound = becomesActive ? refuseUnsound(before, catalogue) : undefined;
    const question = ask && sound ? overlapQuestion(work, sound, catalogue, env) : null;
    if (before.state !== state && question === null) {
      const after = work.update("triggers", key, { state });
      if (becomesActive) versionTrigger(work, after);
      logAct(work, env, {
        what: "Set trigger state",
        name: before.name,
        records: [key],
        from: before.state,
        to: state,
      });
    }
    return {
      trigger: key,
      name: before.name,
      from: before.state,
      to: state,
      /** How many of its drips run on, whatever its state. */
      runningDrips: runningDrips(work, key),
      /** Other active triggers that can act on the same event, where it becomes active. */
      /** What they would pay together for one event: then nothing was changed (LIMIT-2a). */
      question,
      overlaps: sound ? overlapLines(work, sound, catalogue, env) : [],
    };
  },
});
