import { useState } from "preact/hooks";
import { FieldShell } from "../form/form-field";
import { PlainField } from "../form/plain-field";
import { text } from "../format/text";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { showToast } from "../parts/toast";
import { useAct } from "../state/use-act";
import { useDraft } from "../state/use-draft";
import { useLoad } from "../state/use-load";
import { withoutTriggers } from "../state/without-triggers";

/** Imports an exported file, chosen or pasted: shows the changes first, then makes all or none. */
export function ImportPanel(props: { readonly onClose: () => void; readonly onDone: () => void }) {
  const { onClose, onDone } = props;
  const [file, setFile] = useDraft("import triggers", "");
  const [keepStates, setKeepStates] = useState(false);
  const isWanted = file.trim() !== "";
  const plan = useLoad("import-triggers", { file, keepStates, confirmed: false }, isWanted);
  const act = useAct("import-triggers");
  const { added = [], changed = [], same = 0 } = (isWanted && plan.output) || {};
  const isSound = isWanted && !plan.isLoading && !plan.error;
  const moving = added.length + changed.length;
  const error = act.error ?? (isWanted ? plan.error : undefined);
  const take = async () => {
    const reply = await act.start({ file, keepStates, confirmed: true });
    if (!reply?.ok) return;
    setFile("");
    withoutTriggers.set(false);
    showToast(
      `${text.count(added.length, "trigger")} added, ${changed.length} changed${keepStates ? "" : "; new ones are drafts"}.`,
    );
    onDone();
  };
  return (
    <Panel title="Import triggers" onClose={onClose}>
      <FieldShell id="import-file" label="A file of exported triggers" isOptional={false}>
        {() => (
          <input
            id="import-file"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              void chosen?.text().then(setFile);
            }}
          />
        )}
      </FieldShell>
      <PlainField
        id="import-text"
        label="Or paste its text"
        rows={4}
        isCode
        value={file}
        onValue={setFile}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={keepStates}
          onChange={(event) => setKeepStates(event.currentTarget.checked)}
        />
        <span>Keep the states from the file, instead of adding new triggers as drafts</span>
      </label>
      <div role="status">
        {isWanted && plan.isLoading && <p class="hint">Reading…</p>}
        {isSound && (
          <p class="hint">
            {moving === 0 && "Nothing to change. "}
            {added.length > 0 && `New: ${added.join(", ")}. `}
            {changed.length > 0 && `Changed: ${changed.join(", ")}. `}
            {same > 0 && `${text.count(same, "trigger")} unchanged.`}
          </p>
        )}
      </div>
      {error && <Refusal error={error} />}
      <div class="buttons">
        {isSound && moving > 0 && (
          <Button look="action" isBusy={act.isBusy} onClick={() => void take()}>
            {act.isBusy ? "Importing" : `Import ${moving}`}
          </Button>
        )}
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Panel>
  );
}
