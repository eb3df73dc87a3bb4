import type { Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  IRenderManagerService,
  SHEET_VIEWPORT_KEY,
  SheetSkeletonManagerService,
} from "@univerjs/preset-sheets-core";
import { sheetCanvas } from "./sheet-canvas";
import { unitId } from "./unit-id";

type Parts = { readonly univer: Univer; readonly api: FUniver };

/** Where a cell (1-based) is or would be drawn in the window, and the place of all cells; null while nothing is drawn. */
export function cellPlace(
  container: HTMLElement,
  { univer, api }: Parts,
  row: number,
  column: number,
): { readonly box: DOMRect; readonly cells: DOMRect } | null {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  const render = univer.__getInjector().get(IRenderManagerService).getRenderById(unitId);
  const canvas = sheetCanvas(container);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  if (!sheet || !render || !canvas || !skeleton) return null;
  const { scene } = render;
  const cell = skeleton.getCellWithCoordByIndex(row - 1, column - 1);
  const rect = {
    x: cell.startX,
    y: cell.startY,
    width: cell.endX - cell.startX,
    height: cell.endY - cell.startY,
  };
  const main = scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const freeze = sheet.getSheet().getFreeze();
  const scrollX = column - 1 < freeze.xSplit ? 0 : (main?.viewportScrollX ?? 0);
  const scrollY = row - 1 < freeze.ySplit ? 0 : (main?.viewportScrollY ?? 0);
  const x = canvas.left + (rect.x - scrollX) * scene.scaleX;
  const y = canvas.top + (rect.y - scrollY) * scene.scaleY;
  const box = new DOMRect(x, y, rect.width * scene.scaleX, rect.height * scene.scaleY);
  return { box, cells: canvas };
}

/** Where a cell (1-based) is drawn in the window; null if it is out of sight. */
export function cellBox(
  container: HTMLElement,
  parts: Parts,
  row: number,
  column: number,
): DOMRect | null {
  const place = cellPlace(container, parts, row, column);
  if (!place) return null;
  const { box, cells } = place;
  const isInside =
    box.x >= cells.left && box.y >= cells.top && box.x < cells.right && box.y < cells.bottom;
  return isInside ? box : null;
}
