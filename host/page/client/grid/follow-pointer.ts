import { client } from "../state/client-state";
import type { ShownGrid } from "../state/the-grid";
import { arrowRoom } from "./arrow";
import { filterAt } from "./filter-marks";
import { placeAtPoint } from "./place-at-point";
import type { UniverParts } from "./univer";

type Pointed = UniverParts & Pick<ShownGrid, "cellAt" | "cellBox">;

/** Shows the note of the cell under the pointer, and opens the drop-down whose arrow is clicked. */
export function followPointer(container: HTMLElement, grid: Pointed): void {
  const contentAt = ({ clientX, clientY }: MouseEvent) => {
    const place = placeAtPoint(container, grid, clientX, clientY);
    return place?.kind === "cell" ? grid.cellAt(place.row, place.column) : null;
  };
  container.addEventListener("pointermove", (event) => {
    const cell = contentAt(event);
    const hovered = cell?.note ? cell : null;
    const before = client.get().hovered;
    if (before?.row !== hovered?.row || before?.column !== hovered?.column) client.set({ hovered });
  });
  addEventListener("keydown", () => client.set({ byKeys: true }), true);
  addEventListener("pointerdown", () => client.set({ byKeys: false }), true);
  container.addEventListener("pointerleave", () => client.set({ hovered: null }));
  container.addEventListener("click", (event) => {
    const cell = contentAt(event);
    const box = cell && grid.cellBox(cell.row, cell.column);
    if (!cell || !box || event.clientX < box.right - arrowRoom) return;
    if (filterAt(cell.sheet, cell.row, cell.column))
      client.set({ filtering: { sheet: cell.sheet, row: cell.row, column: cell.column } });
    else if (cell.choices) client.set({ choosing: { row: cell.row, column: cell.column } });
  });
}
