import { useEffect, useState } from "preact/hooks";
import { act, call, tell } from "../state/call";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";
import { MenuList, type MenuPoint } from "./menu";
import { PanelButtons } from "./panel-buttons";
import { RenameTab } from "./rename-tab";

type TabMenu = { readonly sheet: number; readonly x: number; readonly y: number };

/** Height of a tab's menu, in pixels: it opens upwards. */
const menuHeight = 84;

/** The sheets' tabs; a double click, or F2, renames one, the right button offers more. */
export function SheetTabs() {
  const sheets = usePart(client, ({ page }) => page?.sheets ?? []);
  const current = usePart(client, ({ sheet }) => sheet);
  const [renamed, rename] = useState<number | null>(null);
  const [menu, setMenu] = useState<TabMenu | null>(null);
  useEffect(() => {
    const away = (event: Event): void => {
      if (!(event.target as Element).closest(".tab-menu")) setMenu(null);
    };
    addEventListener("pointerdown", away, true);
    return () => removeEventListener("pointerdown", away, true);
  }, []);
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
              onContextMenu={(event) => {
                event.preventDefault();
                const { left, top } = event.currentTarget.getBoundingClientRect();
                setMenu({ sheet: sheet.id, x: left, y: top - menuHeight });
              }}
            >
              {sheet.name}
            </button>
          ),
        )}
      </div>
      <PanelButtons />
      {menu !== null && (
        <div class="tab-menu">
          <MenuList
            label="Sheet"
            at={menu}
            close={() => setMenu(null)}
            points={pointsOf(menu.sheet, rename)}
          />
        </div>
      )}
    </footer>
  );
}

const pointsOf = (sheet: number, rename: (sheet: number) => void): readonly MenuPoint[] => [
  { kind: "item", caption: "Rename", run: () => rename(sheet), hint: "F2" },
  { kind: "item", caption: "Delete", run: () => void act("delete-sheet", { sheet }) },
];
