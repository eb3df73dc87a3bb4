import type { Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/preset-sheets-core";
import { sheetCanvas } from "./sheet-canvas";
import { unitId } from "./workbook-data";

/** Where a cell (1-based) is drawn in the window; null if it is out of sight. */
export function cellBox(
  container: HTMLElement,
  { univer, api }: { readonly univer: Univer; readonly api: FUniver },
  row: number,
  column: number,
): DOMRect | null {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  const scene = univer.__getInjector().get(IRenderManagerService).getRenderById(unitId)?.scene;
  const canvas = sheetCanvas(container);
  if (!sheet || !scene || !canvas) return null;
  const box = sheet.getRange(row - 1, column - 1).getCellRect();
  const main = scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const freeze = sheet.getSheet().getFreeze();
  const scrollX = column - 1 < freeze.xSplit ? 0 : (main?.viewportScrollX ?? 0);
  const scrollY = row - 1 < freeze.ySplit ? 0 : (main?.viewportScrollY ?? 0);
  const x = canvas.left + (box.x - scrollX) * scene.scaleX;
  const y = canvas.top + (box.y - scrollY) * scene.scaleY;
  const isInside = x >= canvas.left && y >= canvas.top && x < canvas.right && y < canvas.bottom;
  return isInside ? new DOMRect(x, y, box.width * scene.scaleX, box.height * scene.scaleY) : null;
}
