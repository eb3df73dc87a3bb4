import {
  IRenderManagerService,
  SheetSkeletonManagerService,
  Vector2,
} from "@univerjs/preset-sheets-core";
import type { GridPlace } from "../state/the-grid";
import { sheetCanvas } from "./sheet-canvas";
import { unitId } from "./unit-id";
import type { UniverParts } from "./univer";

/** What is drawn at a point of the window: a cell (1-based), or the header of its row or column; null outside and in the corner. */
export function placeAtPoint(
  container: HTMLElement,
  { univer }: UniverParts,
  clientX: number,
  clientY: number,
): GridPlace | null {
  const render = univer.__getInjector().get(IRenderManagerService).getRenderById(unitId);
  const canvas = sheetCanvas(container);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  if (!render || !canvas || !skeleton) return null;
  const { scene } = render;
  const [left, top] = [
    skeleton.rowHeaderWidth * scene.scaleX,
    skeleton.columnHeaderHeight * scene.scaleY,
  ];
  const [atX, atY] = [clientX - canvas.left, clientY - canvas.top];
  const isRow = atX < left;
  if (atX < 0 || atY < 0 || (isRow && atY < top)) return null;
  // A header lies beside the cells of its row or column.
  const [x, y] = [Math.max(atX, left + 1), Math.max(atY, top + 1)];
  const viewport = scene.getActiveViewportByCoord(Vector2.FromArray([x, y]));
  if (!viewport) return null;
  const scroll = { x: viewport.viewportScrollX, y: viewport.viewportScrollY };
  const { row, column } = skeleton.getCellIndexByOffset(x, y, scene.scaleX, scene.scaleY, scroll);
  const kind = isRow ? "row" : atY < top ? "column" : "cell";
  return { kind, row: row + 1, column: column + 1 };
}
