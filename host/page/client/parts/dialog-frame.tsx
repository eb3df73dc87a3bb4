import { useState } from "preact/hooks";
import type { Panel } from "../../wire";
import { call, tell } from "../state/call";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { Frame } from "./frame";
import { Modal } from "./modal";

/** The dialog that the script has opened, if any. */
export function DialogFrame() {
  const panel = usePart(client, ({ page }) => page?.dialog ?? null);
  return panel && <OpenDialog key={panel.id} panel={panel} />;
}

function OpenDialog({ panel }: { readonly panel: Panel }) {
  const [size, setSize] = useState({ width: panel.width ?? 600, height: panel.height ?? 400 });
  const close = (): void => {
    call("close-panel", { id: panel.id }).catch((thrown) => tell("The dialog stays open", thrown));
  };
  return (
    <Modal title={panel.title} close={close} isModal={panel.isModal} name="dialog-frame">
      <div class="modal-head">
        <h2 class="modal-title">{panel.title}</h2>
        <button type="button" class="icon-button" aria-label="Close the dialog" onClick={close}>
          ✕
        </button>
      </div>
      <div class="dialog-place" style={{ width: `${size.width}px`, height: `${size.height}px` }}>
        <Frame
          panel={panel}
          close={close}
          resize={(wanted) => setSize((now) => ({ ...now, ...wanted }))}
        />
      </div>
    </Modal>
  );
}
