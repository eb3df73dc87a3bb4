import {
  IRenderManagerService,
  SheetSkeletonManagerService,
  Vector2,
} from "@univerjs/preset-sheets-core";
import { sheetCanvas } from "./sheet-canvas";
import type { UniverParts } from "./univer";
import { unitId } from "./workbook-data";

/** The cell (1-based) drawn at a point of the window; null over the headers and outside. */
export function cellAtPoint(
  container: HTMLElement,
  { univer }: UniverParts,
  clientX: number,
  clientY: number,
): { readonly row: number; readonly column: number } | null {
  const render = univer.__getInjector().get(IRenderManagerService).getRenderById(unitId);
  const canvas = sheetCanvas(container);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  if (!render || !canvas || !skeleton) return null;
  const [x, y] = [clientX - canvas.left, clientY - canvas.top];
  const { scene } = render;
  const viewport = scene.getActiveViewportByCoord(Vector2.FromArray([x, y]));
  const isHeader =
    x < skeleton.rowHeaderWidth * scene.scaleX || y < skeleton.columnHeaderHeight * scene.scaleY;
  if (!viewport || isHeader) return null;
  const scroll = { x: viewport.viewportScrollX, y: viewport.viewportScrollY };
  const { row, column } = skeleton.getCellIndexByOffset(x, y, scene.scaleX, scene.scaleY, scroll);
  return { row: row + 1, column: column + 1 };
}
