import { unitId } from "./workbook-data";

/** The picture of the cells; Univer keeps others beside it, out of sight, for its editors. */
export const sheetCanvas = (container: HTMLElement): DOMRect | undefined =>
  container.querySelector(`#univer-sheet-main-canvas_${unitId}`)?.getBoundingClientRect();
