import { useState } from "preact/hooks";
import type { SheetInfo } from "../../wire";
import { act, call, tell } from "../state/call";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";
import { PanelButtons } from "./panel-buttons";

/** The sheets' tabs; a double click, or F2, renames one. */
export function SheetTabs() {
  const sheets = usePart(client, ({ page }) => page?.sheets ?? []);
  const current = usePart(client, ({ sheet }) => sheet);
  const [renamed, rename] = useState<number | null>(null);
  const seen = sheets.filter(({ hidden }) => !hidden);
  const show = (id: number): void => theGrid()?.activate(id);
  const add = async (): Promise<void> => {
    try {
      const id = await call("add-sheet", {});
      setTimeout(() => show(id), 50);
    } catch (thrown) {
      tell("The sheet could not be added", thrown);
    }
  };
  const move = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && seen[(index + step + seen.length) % seen.length];
    if (event.key === "F2") rename(seen[index]?.id ?? null);
    if (!next) return;
    show(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <footer class="tabs-line">
      <button
        type="button"
        class="icon-button"
        title="Add a sheet"
        aria-label="Add a sheet"
        onClick={add}
      >
        +
      </button>
      <div class="tabs" role="tablist" aria-label="Sheets">
        {seen.map((sheet, index) =>
          sheet.id === renamed ? (
            <RenameTab key={sheet.id} sheet={sheet} done={() => rename(null)} />
          ) : (
            <button
              key={sheet.id}
              id={`tab-${sheet.id}`}
              type="button"
              role="tab"
              class="tab"
              aria-selected={sheet.id === current}
              tabIndex={sheet.id === current ? 0 : -1}
              onClick={() => show(sheet.id)}
              onDblClick={() => rename(sheet.id)}
              onKeyDown={(event) => move(event, index)}
            >
              {sheet.name}
            </button>
          ),
        )}
      </div>
      <PanelButtons />
    </footer>
  );
}

function RenameTab({ sheet, done }: { readonly sheet: SheetInfo; readonly done: () => void }) {
  const finish = (name: string): void => {
    done();
    if (name.trim() !== "" && name !== sheet.name)
      void act("rename-sheet", { sheet: sheet.id, name });
  };
  return (
    <input
      class="tab-name"
      aria-label={`New name of ${sheet.name}`}
      value={sheet.name}
      ref={(input) => input?.select()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") done();
      }}
    />
  );
}
