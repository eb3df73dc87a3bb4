import { useEffect, useState } from "preact/hooks";
import { isMenuKey } from "../menus/is-menu-key";
import { MenuList } from "../menus/menu";
import { tabPoints } from "../menus/tab-points";
import { call, tell } from "../state/call";
import { client } from "../state/client-state";
import { usePart } from "../state/store";
import { theGrid } from "../state/the-grid";
import { PanelButtons } from "./panel-buttons";
import { RenameTab } from "./rename-tab";

type TabMenu = { readonly sheet: number; readonly x: number; readonly y: number };

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
  const pointed = sheets.find(({ id }) => id === menu?.sheet);
  const closeMenu = (): void => {
    setMenu(null);
    document.getElementById(`tab-${menu?.sheet}`)?.focus();
  };
  const show = (id: number): void => theGrid()?.activate(id);
  const add = async (made: () => Promise<number>): Promise<void> => {
    try {
      const id = await made();
      setTimeout(() => show(id), 50);
    } catch (thrown) {
      tell("The sheet could not be added", thrown);
    }
  };
  const openMenu = (sheet: number, tab: HTMLElement): void => {
    const { left, top } = tab.getBoundingClientRect();
    setMenu({ sheet, x: left, y: top });
  };
  const move = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && seen[(index + step + seen.length) % seen.length];
    const { id } = seen[index] ?? {};
    if (event.key === "F2") rename(id ?? null);
    if (isMenuKey(event) && id !== undefined) {
      event.preventDefault();
      openMenu(id, event.currentTarget as HTMLElement);
    }
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
        onClick={() => add(() => call("add-sheet", {}))}
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
                openMenu(sheet.id, event.currentTarget);
              }}
            >
              {sheet.name}
              {sheet.tabColor !== null && (
                <span class="tab-color" style={{ background: sheet.tabColor }} />
              )}
            </button>
          ),
        )}
      </div>
      <PanelButtons />
      {menu !== null && pointed && (
        <div class="tab-menu" key={menu.sheet}>
          <MenuList
            label={`Sheet ${pointed.name}`}
            at={menu}
            close={closeMenu}
            points={tabPoints(
              sheets,
              pointed,
              () => rename(pointed.id),
              show,
              () => void add(() => call("copy-sheet", { sheet: pointed.id })),
            )}
          />
        </div>
      )}
    </footer>
  );
}
