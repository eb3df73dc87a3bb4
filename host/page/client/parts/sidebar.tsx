import { call, tell } from "../state/call";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";
import { Frame } from "./frame";

/** The script's sidebar at its true 300 pixels. */
export function Sidebar() {
  const panel = usePart(client, ({ page }) => page?.sidebar ?? null);
  const key = panel?.id;
  if (panel === null) return null;
  const close = (): void => {
    call("close-panel", { id: panel.id }).catch((thrown) => tell("The sidebar stays open", thrown));
    theGrid()?.focus();
  };
  return (
    <aside class="sidebar" aria-label={panel.title} key={key}>
      <div class="sidebar-head">
        <h2 class="sidebar-title">{panel.title}</h2>
        <button type="button" class="icon-button" aria-label="Close the sidebar" onClick={close}>
          ✕
        </button>
      </div>
      <Frame panel={panel} close={close} />
    </aside>
  );
}
