import { envOfForm, formIdInput, sentBefore } from "../../intake/form-id";
import type { Day } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import { keyField, yesNoField } from "../../kernel/fields";
import { type InputOf, input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import { factsOf } from "../../rules/facts";
import type { Trigger } from "../../tables";
import type { SoundTrigger } from "../../triggers/check-trigger";
import { offerOf } from "../../triggers/offer";
import { isSameTerms, versionTrigger } from "../../triggers/version";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { overlapQuestion } from "./overlap-question";
import { runningWithOtherTerms } from "./plan-switch";
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
    const { before, wanted, draft, sound, catalogue } = wantedTrigger(work, key, values, env);
    const made = key === null && sentBefore(work, "triggers", { formId, ...sayingOf(wanted) });
    if (made) {
      const overlaps = overlapLines(work, { ...sound, trigger: made }, catalogue, env);
      const { key: trigger, version } = made;
      return { ...unsaved, trigger, version, overlaps, wasThere: true };
    }
    const isAsked = ask === true && wanted.state === "active";
    const question = isAsked ? overlapQuestion(work, sound, catalogue, env, before) : null;
    const drips = isAsked && before ? dripsToAsk(work, sound, before, env.today) : null;
    if (question || drips) return { ...unsaved, trigger: key ?? "", question, drips };
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
      /** How many running drips keep the terms that they began with. */
      keepOldTerms: isNewVersion ? runningDrips(work, after.key) : 0,
      overlaps: overlapLines(work, { ...sound, trigger: after }, catalogue, env),
      /** The same form made it before: nothing was saved. */
      wasThere: false,
      question: null as ReturnType<typeof overlapQuestion>,
      /** How many running drips the new terms could change, where that is asked first: then nothing was saved (TRIG-29). */
      drips: null as ReturnType<typeof dripsToAsk>,
    };
  },
});

/** A trigger as it would be saved, checked, beside what it was. Throws what *save-trigger* throws. */
export function wantedTrigger(
  work: Work<"triggers">,
  key: Key | null,
  values: InputOf<typeof triggerInputs>,
  { newId }: Pick<Env, "newId">,
) {
  const before = key === null ? undefined : savedTrigger(work, key);
  const order = values.order ?? nextOrder(work, before);
  const typed = triggerOf({ ...values, order }, before);
  const catalogue = factsOf(work.program);
  const ownKey = before?.key ?? newId("trg");
  const checked = refuseUnsound({ ...typed, key: ownKey }, catalogue);
  const offer = values.offerFromTerms
    ? offerOf(checked, work.settings.programCurrency)
    : typed.offer;
  const wanted = { ...typed, offer };
  const draft = { ...wanted, key: ownKey };
  return { before, wanted, draft, sound: { ...checked, trigger: draft }, catalogue };
}

/** The running drips that could get new terms, where saving changes those of the trigger; null where there are none. */
function dripsToAsk(
  work: Work<(typeof triggerReads)[number]>,
  sound: SoundTrigger,
  before: Trigger,
  today: Day,
) {
  if (isSameTerms(work, before, sound.trigger)) return null;
  const running = runningWithOtherTerms(work, sound, today);
  const changes = running.filter(({ terms }) => terms !== undefined).length;
  return changes === 0 ? null : { running: running.length, changes };
}

/** What is answered where nothing is saved. */
const unsaved = {
  version: 0,
  isNewVersion: false,
  keepOldTerms: 0,
  overlaps: [] as ReturnType<typeof overlapLines>,
  wasThere: false,
  question: null,
  drips: null,
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
