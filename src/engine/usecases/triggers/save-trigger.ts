import { envOfForm, formIdInput, sentBefore } from "../../intake/form-id";
import { keyField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Work } from "../../program/work";
import { factsOf } from "../../rules/facts";
import type { Trigger } from "../../tables";
import { versionTrigger } from "../../triggers/version";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { overlapQuestion } from "./overlap-question";
import { refuseUnsound } from "./refuse-unsound";
import { overlapLines, runningDrips, savedTrigger, triggerReads } from "./saved-trigger";
import { triggerInputs, triggerOf } from "./trigger-draft";

/**
 * Saves a trigger whole: what is left blank is blank then. Nothing unsound is saved, a draft neither (TRIG-27):
 * throws INPUT_INVALID with a sentence for each field, the place in the rule among them, TRIGGER_UNKNOWN or
 * TRIGGER_UNREADABLE, or FORM_SENT for a new one. With `ask`, an active one that would pay for one event beside others that
 * it did not pay beside before is not saved: `question` says what they come to together (LIMIT-2a).
 */
export const saveTrigger = useCase({
  name: "save-trigger",
  edits: "leave",
  inputs: {
    trigger: input("Trigger", keyField),
    ...triggerInputs,
    ask: input("Ask before it pays beside others", yesNoField),
    formId: formIdInput,
  },
  reads: triggerReads,
  decide: (work, { trigger: key, formId, ask, ...values }, world) => {
    // Saving a trigger over itself is harmless; a new one must not be made twice.
    const env = key === null ? envOfForm(world, formId) : world;
    const before = key === null ? undefined : savedTrigger(work, key);
    const wanted = triggerOf({ ...values, order: values.order ?? nextOrder(work, before) }, before);
    const draft = { ...wanted, key: before?.key ?? env.newId("trg") };
    const catalogue = factsOf(work.program);
    const sound = refuseUnsound(draft, catalogue);
    const made = key === null && sentBefore(work, "triggers", { formId, ...sayingOf(wanted) });
    if (made) {
      const overlaps = overlapLines(work, { ...sound, trigger: made }, catalogue, env);
      const { key: trigger, version } = made;
      return { ...unsaved, trigger, version, overlaps, wasThere: true };
    }
    const question =
      ask === true && wanted.state === "active"
        ? overlapQuestion(work, sound, catalogue, env, before)
        : null;
    if (question) return { ...unsaved, trigger: key ?? "", question };
    const after = putTrigger(work, draft, before);
    const isNewVersion = before !== undefined && after.version !== before.version;
    const { name, state, version } = after;
    logAct(work, env, {
      what: before ? "Saved trigger" : "Made trigger",
      name,
      records: [after.key],
      ...(before && { from: `${before.state}, version ${before.version}` }),
      to: `${state}, version ${version}`,
    });
    return {
      trigger: after.key,
      version,
      /** It is active and its terms changed, or it became active. */
      isNewVersion,
      /** So many running drips keep the terms that they began with. */
      keepOldTerms: isNewVersion ? runningDrips(work, after.key) : 0,
      overlaps: overlapLines(work, { ...sound, trigger: after }, catalogue, env),
      /** The same form made it before: nothing was saved. */
      wasThere: false,
      question: null as ReturnType<typeof overlapQuestion>,
    };
  },
});

/** What is answered where nothing is saved. */
const unsaved = {
  version: 0,
  isNewVersion: false,
  keepOldTerms: 0,
  overlaps: [] as ReturnType<typeof overlapLines>,
  wasThere: false,
  question: null,
};

/** What the form says of a trigger: its place in the order is no part of it, nor is what the program keeps. */
const sayingOf = ({ key: _, version, terms, problems, extra, order, ...says }: Trigger) => says;

const nextOrder = (work: Work<"triggers">, before: Trigger | undefined): number =>
  before ? 0 : Math.max(0, ...work.all("triggers").map(({ order }) => order)) + 10;

/** Writes a trigger over the one before, or as a new row; an active one gets its version at once. */
export function putTrigger(
  work: Work<"triggers">,
  draft: Trigger,
  before: Trigger | undefined,
): Trigger {
  const { extra: _, ...cells } = draft;
  const stored = before
    ? work.update("triggers", draft.key, cells)
    : work.insert("triggers", cells);
  if (stored.state === "active") versionTrigger(work, stored);
  return work.get("triggers", draft.key) as Trigger;
}
