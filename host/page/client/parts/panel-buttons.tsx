import { client, type PanelTab } from "../state/client-state";
import { usePart } from "../state/store";

export const panelTabs = ["clock", "executions", "outbox"] as const satisfies readonly PanelTab[];

export const panelNames = {
  clock: "Clock",
  executions: "Executions",
  outbox: "Outbox",
} as const satisfies Record<PanelTab, string>;

/** Opens and closes what the local host adds to a spreadsheet: its clock, executions and outbox. */
export function PanelButtons() {
  const tab = usePart(client, (state) => state.tab);
  const executions = usePart(client, ({ page }) => page?.executions ?? 0);
  const mails = usePart(client, ({ page }) => page?.mails ?? 0);
  const counts = { clock: 0, executions, outbox: mails };
  return (
    <fieldset class="panel-buttons" aria-label="Local host">
      {panelTabs.map((name) => (
        <button
          key={name}
          type="button"
          class="panel-button"
          aria-pressed={tab === name}
          onClick={() => client.set({ tab: tab === name ? null : name })}
        >
          {panelNames[name]}
          {counts[name] > 0 && <span class="count">{counts[name]}</span>}
        </button>
      ))}
    </fieldset>
  );
}
