import { useEffect, useState } from "preact/hooks";
import type { CellArea } from "../../wire";
import { cellPoints, columnPoints, rowPoints, sheetInView } from "../menus/cell-points";
import { isMenuKey } from "../menus/is-menu-key";
import { MenuList } from "../menus/menu";
import { client } from "../state/client-state";
import { type GridPlace, theGrid } from "../state/the-grid";

type Opened = { readonly x: number; readonly y: number; readonly kind: GridPlace["kind"] };

const menus = {
  cell: ["Cell", cellPoints],
  row: ["Row", rowPoints],
  column: ["Column", columnPoints],
} as const;

/** The menu of the right mouse button, or of Shift+F10, over the grid: that of the cells, rows or columns it is asked for. */
export function ContextMenu() {
  const [opened, open] = useState<Opened | null>(null);
  useEffect(() => {
    const pointed = (event: MouseEvent): void => {
      if (!(event.target as Element).closest(".grid-place")) return;
      event.preventDefault();
      const place = theGrid()?.placeAt(event.clientX, event.clientY);
      if (!place) return;
      client.set({ hovered: null });
      const kind = choose(place);
      open({ x: event.clientX, y: event.clientY, kind });
    };
    const key = (event: KeyboardEvent): void => {
      const { active } = client.get();
      if (!isMenuKey(event) || active === null) return;
      if (!document.activeElement?.closest(".grid-place")) return;
      event.preventDefault();
      event.stopPropagation();
      const box = theGrid()?.cellBox(active.row, active.column);
      open({ x: box?.left ?? 80, y: box?.bottom ?? 160, kind: kindOf(active.area) });
    };
    const away = (event: Event): void => {
      if (!(event.target as Element).closest(".context-menu")) open(null);
    };
    addEventListener("contextmenu", pointed, true);
    addEventListener("keydown", key, true);
    addEventListener("pointerdown", away, true);
    return () => {
      removeEventListener("contextmenu", pointed, true);
      removeEventListener("keydown", key, true);
      removeEventListener("pointerdown", away, true);
    };
  }, []);
  const area = client.get().active?.area;
  if (opened === null || area === undefined) return null;
  const close = (): void => {
    open(null);
    theGrid()?.focus();
  };
  const [label, points] = menus[opened.kind];
  return (
    <div class="context-menu" key={`${opened.x} ${opened.y} ${opened.kind}`}>
      <MenuList label={label} points={points(area)} close={close} at={opened} />
    </div>
  );
}

/** Whole rows or columns have their own menu. */
function kindOf(area: CellArea): GridPlace["kind"] {
  const sheet = sheetInView();
  if (area.columns === sheet?.maxColumns) return "row";
  return area.rows === sheet?.maxRows ? "column" : "cell";
}

/** Selects what was pointed at, unless it is selected already; answers what the selection is. */
function choose({ kind, row, column }: GridPlace): GridPlace["kind"] {
  const sheet = sheetInView();
  const { active } = client.get();
  if (sheet === undefined) return kind;
  const all = { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
  const wanted = {
    cell: { row, column, rows: 1, columns: 1 },
    row: { ...all, row, rows: 1 },
    column: { ...all, column, columns: 1 },
  }[kind];
  if (active !== null && holds(active.area, wanted))
    return kind === "cell" ? kindOf(active.area) : kind;
  theGrid()?.select(wanted);
  return kind;
}

const holds = (outer: CellArea, inner: CellArea): boolean =>
  outer.row <= inner.row &&
  outer.column <= inner.column &&
  outer.row + outer.rows >= inner.row + inner.rows &&
  outer.column + outer.columns >= inner.column + inner.columns;
