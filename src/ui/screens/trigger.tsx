import { useState } from "preact/hooks";
import type { TriggerState } from "../../engine/kernel/vocabulary";
import { Button, IconButton } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import { Tag } from "../parts/tag";
import { showToast } from "../parts/toast";
import { openWide } from "../shell/open-wide";
import { goBack, show } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import { isWide } from "../state/opened-as";
import { useAct } from "../state/use-act";
import { Live } from "../trigger/live";
import { OverlapPanel, type OverlapQuestion } from "../trigger/overlap-panel";
import { RunningDrips } from "../trigger/running-drips";
import { savedText } from "../trigger/saved-text";
import { TriggerFields } from "../trigger/trigger-fields";
import { useTriggerDraft } from "../trigger/use-trigger-draft";

const FORM = "trigger-form";

/** Edits a trigger and shows what it would do before it is saved (TRIG-20). */
export function Trigger({ about }: { readonly about: string }) {
  const [example, setExample] = useState({ on: "", exampleAmount: "" });
  const draft = useTriggerDraft(about, example);
  const { key, form, saved, isReady, state } = draft;
  const act = useAct("save-trigger");
  const [question, setQuestion] = useState<OverlapQuestion | null>(null);
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
    setQuestion(reply.ok ? reply.output.question : null);
    if (!reply.ok) return form.showRefusal(reply.error);
    if (reply.output.question) return;
    showToast(savedText(form.text("name"), as, reply.output));
    form.reset();
    // A wide dialog stays open, since closing it would remove the toast.
    if (!isWide) goBack();
    else if (key === "") show({ screen: "trigger", about: reply.output.trigger });
    else saved.reload();
  };
  const goWide = async () => {
    if (!(await openWide({ screen: "trigger", about }))) return;
    // Two editors of one draft would save it twice.
    form.forgetLocally();
    goBack();
  };
  return (
    <ScreenFrame
      title={form.text("name") || "New trigger"}
      hasBack
      beside={
        <>
          <Tag label={state} {...(state === "active" && { tone: "good" })} />
          {!isWide && (
            <IconButton icon="wide" label="Open in a wide dialog" onClick={() => void goWide()} />
          )}
        </>
      }
      status={form.error && <Refusal error={form.error} />}
      actions={
        isReady && (
          <>
            <Button look="action" type="submit" form={FORM} isBusy={act.isBusy}>
              {act.isBusy ? "Saving" : state === "active" ? "Save" : "Save and activate"}
            </Button>
            {state !== "active" && (
              <Button isBusy={act.isBusy} onClick={() => void save(state)}>
                {state === "paused" ? "Save, stay paused" : "Save draft"}
              </Button>
            )}
            {Object.keys(form.typed).length > 0 && (
              <Button look="text" onClick={form.reset}>
                Discard changes
              </Button>
            )}
          </>
        )
      }
    >
      {saved.error && (
        <Refusal error={saved.error} onRetry={saved.reload} isBusy={saved.isLoading} />
      )}
      {!isReady && saved.isLoading && <Skeleton rows={5} />}
      {isReady && (
        <div class="editor">
          <form
            id={FORM}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void save("active");
            }}
          >
            {key !== "" && <RunningDrips trigger={key} />}
            <TriggerFields draft={draft} />
          </form>
          <Live draft={draft} example={example} onExample={setExample} />
        </div>
      )}
      {question && (
        <OverlapPanel
          question={question}
          isBusy={act.isBusy}
          onGo={() => void save("active", false)}
          onClose={() => setQuestion(null)}
        />
      )}
    </ScreenFrame>
  );
}
