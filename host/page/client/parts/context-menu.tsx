import { useEffect, useState } from "preact/hooks";
import { client } from "../state/client-state";
import { sheetActs } from "../state/sheet-acts";
import { theGrid } from "../state/the-grid";
import { MenuList, type MenuPoint } from "./menu";

/** Room that the menu needs, in pixels. */
const [width, height] = [260, 240] as const;

/** The menu of the right mouse button, or of Shift+F10, over the grid. */
export function ContextMenu() {
  const [place, setPlace] = useState<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    const open = (event: MouseEvent): void => {
      if (!(event.target as Element).closest(".grid-place")) return;
      event.preventDefault();
      const x = Math.min(event.clientX, innerWidth - width);
      setPlace({ x, y: Math.min(event.clientY, innerHeight - height) });
    };
    const key = (event: KeyboardEvent): void => {
      const { active } = client.get();
      const isAsked = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
      if (!isAsked || active === null || !document.activeElement?.closest(".grid-place")) return;
      event.preventDefault();
      event.stopPropagation();
      const box = theGrid()?.cellBox(active.row, active.column);
      setPlace({ x: box?.left ?? 80, y: Math.min(box?.bottom ?? 160, innerHeight - height) });
    };
    const away = (event: Event): void => {
      if (!(event.target as Element).closest(".context-menu")) setPlace(null);
    };
    addEventListener("contextmenu", open, true);
    addEventListener("keydown", key, true);
    addEventListener("pointerdown", away, true);
    return () => {
      removeEventListener("contextmenu", open, true);
      removeEventListener("keydown", key, true);
      removeEventListener("pointerdown", away, true);
    };
  }, []);
  if (place === null) return null;
  const close = (): void => {
    setPlace(null);
    theGrid()?.focus();
  };
  return (
    <div class="context-menu">
      <MenuList label="Cell" points={points} close={close} at={place} />
    </div>
  );
}

const points: readonly MenuPoint[] = [
  { kind: "item", caption: "Insert rows above", run: sheetActs.insertAbove },
  { kind: "item", caption: "Insert rows below", run: sheetActs.insertBelow },
  { kind: "item", caption: "Delete rows", run: sheetActs.deleteRows },
  { kind: "separator" },
  { kind: "item", caption: "Sort sheet A to Z", run: sheetActs.sortUp },
  { kind: "item", caption: "Sort sheet Z to A", run: sheetActs.sortDown },
  { kind: "separator" },
  { kind: "item", caption: "Delete values", run: sheetActs.clear, hint: "Delete" },
];
