import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { ClockPanel } from "./clock-panel";
import { ExecutionsPanel } from "./executions-panel";
import { OutboxPanel } from "./outbox-panel";
import { panelNames, panelTabs } from "./panel-buttons";

const panels = {
  clock: ClockPanel,
  executions: ExecutionsPanel,
  outbox: OutboxPanel,
} as const;

/** The local host's own panel below the sheet. */
export function BottomPanel() {
  const tab = usePart(client, (state) => state.tab);
  if (tab === null) return null;
  const Panel = panels[tab];
  const show = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = panelTabs.indexOf(tab) + step + panelTabs.length;
    const next = panelTabs[at % panelTabs.length] ?? tab;
    client.set({ tab: next });
    document.getElementById(`panel-tab-${next}`)?.focus();
  };
  return (
    <section class="bottom-panel" aria-label="Local host">
      <div class="panel-head">
        <div class="panel-tabs" role="tablist" aria-label="Local host" onKeyDown={show}>
          {panelTabs.map((name) => (
            <button
              key={name}
              id={`panel-tab-${name}`}
              type="button"
              role="tab"
              class="panel-tab"
              aria-selected={tab === name}
              aria-controls="panel-body"
              tabIndex={tab === name ? 0 : -1}
              onClick={() => client.set({ tab: name })}
            >
              {panelNames[name]}
            </button>
          ))}
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label="Close the panel"
          onClick={() => client.set({ tab: null })}
        >
          ✕
        </button>
      </div>
      <div id="panel-body" class="panel-body" role="tabpanel" aria-labelledby={`panel-tab-${tab}`}>
        <Panel />
      </div>
    </section>
  );
}
