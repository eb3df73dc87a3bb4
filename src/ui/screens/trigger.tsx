import { useState } from "preact/hooks";
import { Button, IconButton } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Skeleton } from "../parts/skeleton";
import { Tag } from "../parts/tag";
import { openWide } from "../shell/open-wide";
import { goBack } from "../shell/router";
import { ScreenFrame } from "../shell/screen-frame";
import { isWide } from "../state/opened-as";
import { Live } from "../trigger/live";
import { NewTermsPanel } from "../trigger/new-terms-panel";
import { OverlapPanel } from "../trigger/overlap-panel";
import { RunningDrips } from "../trigger/running-drips";
import { TriggerFields } from "../trigger/trigger-fields";
import { sayTriggerSaved } from "../trigger/undo-new-terms";
import { useSaveTrigger } from "../trigger/use-save-trigger";
import { useTriggerDraft } from "../trigger/use-trigger-draft";

const FORM = "trigger-form";

/** Edits a trigger and shows what it would do before it is saved (TRIG-20). */
export function Trigger({ about }: { readonly about: string }) {
  const [example, setExample] = useState({ on: "", exampleAmount: "" });
  const draft = useTriggerDraft(about, example);
  const { key, form, saved, isReady, state } = draft;
  const saving = useSaveTrigger(draft);
  const { asked, isBusy, save } = saving;
  const goWide = async () => {
    if (!(await openWide({ screen: "trigger", about }, sayTriggerSaved))) return;
    // Two editors of one draft would save it twice.
    form.forgetLocally();
    goBack();
  };
  return (
    <ScreenFrame
      title={form.text("name") || (about && !isReady ? "Trigger" : "New trigger")}
      beside={
        <>
          {isReady && <Tag label={state} {...(state === "active" && { tone: "good" })} />}
          {!isWide && (
            <IconButton icon="wide" label="Open in a wide dialog" onClick={() => void goWide()} />
          )}
        </>
      }
      status={form.error && <Refusal error={form.error} />}
      actions={
        isReady && (
          <>
            <Button look="action" type="submit" form={FORM} isBusy={isBusy}>
              {isBusy ? "Saving" : state === "active" ? "Save" : "Save and activate"}
            </Button>
            {state !== "active" && (
              <Button isBusy={isBusy} onClick={() => void save(state)}>
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
      {asked?.overlap && (
        <OverlapPanel
          question={asked.overlap}
          isBusy={isBusy}
          onGo={saving.acceptOverlap}
          onClose={saving.goBack}
        />
      )}
      {asked?.drips && !asked.overlap && (
        <NewTermsPanel
          input={{ ...draft.input, trigger: key }}
          isBusy={isBusy}
          onKeep={() => void save("active", false)}
          onSwitched={saving.saidSwitched}
          onClose={saving.goBack}
        />
      )}
    </ScreenFrame>
  );
}
