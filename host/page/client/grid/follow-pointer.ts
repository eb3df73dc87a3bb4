import { client } from "../state/client-state";
import type { ShownGrid } from "../state/the-grid";
import { cellAtPoint } from "./cell-at-point";
import { arrowRoom } from "./draw-marks";
import type { UniverParts } from "./univer";

type Pointed = UniverParts & Pick<ShownGrid, "cellAt" | "cellBox">;

/** Shows the note of the cell under the pointer, and opens the drop-down whose arrow is clicked. */
export function followPointer(container: HTMLElement, grid: Pointed): void {
  const contentAt = ({ clientX, clientY }: MouseEvent) => {
    const place = cellAtPoint(container, grid, clientX, clientY);
    return place && grid.cellAt(place.row, place.column);
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
    if (cell?.choices && box && event.clientX >= box.right - arrowRoom)
      client.set({ choosing: { row: cell.row, column: cell.column } });
  });
}
