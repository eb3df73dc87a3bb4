import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { Refusal } from "../parts/notice";
import { Panel } from "../parts/panel";
import { showToast } from "../parts/toast";
import { WhenLoaded } from "../parts/when-loaded";
import { open } from "../shell/router";
import { useAct } from "../state/use-act";
import { useLoad } from "../state/use-load";
import { UndoPreview } from "./undo-preview";

/** Shows what undoing the latest run would do, and does it (UNDO-6). */
export function UndoPanel(props: { readonly onClose: () => void; readonly onUndone: () => void }) {
  const { onClose, onUndone } = props;
  const [changedToo, setChangedToo] = useState(false);
  const preview = useLoad("undo-run", { changedToo, confirmed: false });
  const act = useAct("undo-run");
  const { output } = preview;
  const undo = async () => {
    const reply = await act.start({ changedToo, run: output?.run ?? "", confirmed: true });
    if (!reply?.ok) return;
    showToast("The run is undone. The program is paused until you resume it.", {
      label: "Settings",
      go: () => open({ screen: "settings" }),
    });
    onUndone();
  };
  return (
    <Panel title="Undo the latest run" onClose={onClose}>
      <WhenLoaded loaded={preview} bars={3}>
        {(found) => (
          <UndoPreview output={found} changedToo={changedToo} onChangedToo={setChangedToo} />
        )}
      </WhenLoaded>
      {act.error && <Refusal error={act.error} />}
      <div class="buttons">
        {output && (
          <Button
            look="action"
            isBusy={act.isBusy || preview.isLoading}
            onClick={() => void undo()}
          >
            Undo and pause
          </Button>
        )}
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Panel>
  );
}
