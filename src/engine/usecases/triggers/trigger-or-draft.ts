import { keyField, longTextField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import type { Work } from "../../program/work";
import { factsOf } from "../../rules/facts";
import type { Trigger } from "../../tables";
import type { SoundTrigger } from "../../triggers/check-trigger";
import { refuseUnsound } from "./refuse-unsound";
import { readDraft } from "./trigger-draft";

/** A saved trigger by its key, a draft as JSON of what *save-trigger* takes, or a draft that changes a saved one. */
export const triggerOrDraftInputs = {
  trigger: input("Trigger", keyField),
  draft: input("Draft", longTextField, {
    longest: ANY_LENGTH,
    hint: "The draft's fields as JSON.",
  }),
};

/** The key of a draft that has none yet. */
export const DRAFT = "draft";

/**
 * The trigger that is asked about, checked as a save would. Throws TRIGGER_UNKNOWN, or INPUT_INVALID with a
 * sentence for each bad field.
 */
export function triggerOrDraft(
  work: Work<"triggers">,
  { trigger: key, draft }: { readonly trigger: string | null; readonly draft: string | null },
): SoundTrigger {
  const saved = key === null ? undefined : work.get("triggers", key);
  if (key !== null && !saved) throw new DomainError("TRIGGER_UNKNOWN");
  if (!saved && draft === null) refuseInput("trigger", "Name a trigger, or give a draft.");
  const given = draft === null ? (saved as Trigger) : readDraft(work.program, draft, saved);
  return refuseUnsound({ ...given, key: key ?? DRAFT }, factsOf(work.program));
}
