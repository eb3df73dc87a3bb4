import { useState } from "preact/hooks";
import type { Output } from "../../engine/contract/contract";
import type { TriggerState } from "../../engine/kernel/vocabulary";
import { text } from "../format/text";
import { goBack } from "../shell/router";
import { tellSidebar } from "../state/elsewhere";
import { useAct } from "../state/use-act";
import { savedText } from "./saved-text";
import { sayTriggerSaved } from "./undo-new-terms";
import type { TriggerDraft } from "./use-trigger-draft";

type Saved = Output<"save-trigger">;
/** What a person is to answer before a trigger is saved as active. */
export interface Questions {
  /** It would pay beside others (LIMIT-2a); null once that was answered. */
  readonly overlap: Saved["question"];
  /** Running drips could get its new terms (TRIG-29). */
  readonly drips: Saved["drips"];
}

/** Saving a trigger: what is asked first, and what is said afterwards. A wide dialog then closes. */
export function useSaveTrigger(draft: TriggerDraft) {
  const { key, form } = draft;
  const act = useAct("save-trigger");
  const [asked, setAsked] = useState<Questions | undefined>(undefined);
  const finish = (said: string, undo = "") => {
    setAsked(undefined);
    form.reset();
    sayTriggerSaved({ said, undo });
    tellSidebar({ said, undo });
    goBack();
  };
  const save = async (as: TriggerState, ask = true) => {
    if (act.isBusy || !form.check()) return;
    const reply = await act.start({
      ...draft.input,
      trigger: key,
      state: as,
      ask,
      formId: form.text("formId"),
    });
    if (!reply) return;
    if (!reply.ok) {
      setAsked(undefined);
      return form.showRefusal(reply.error);
    }
    const { question: overlap, drips } = reply.output;
    if (overlap || drips) setAsked({ overlap, drips });
    else finish(savedText(form.text("name"), as, reply.output));
  };
  return {
    isBusy: act.isBusy,
    asked,
    save,
    /** The person accepts that it pays beside others; running drips are asked about next. */
    acceptOverlap: () => {
      if (asked?.drips) setAsked({ ...asked, overlap: null });
      else void save("active", false);
    },
    /** The person goes back to the form. */
    goBack: () => setAsked(undefined),
    saidSwitched: ({ name, version, changes, undo }: Output<"switch-drips">) =>
      finish(
        `“${name}” is saved and active, version ${version}. ${text.count(changes, "running drip")} got its terms.`,
        undo ?? "",
      ),
  };
}
