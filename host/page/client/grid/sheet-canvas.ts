import { unitId } from "./unit-id";

/** The canvas with the cells; Univer has others beside it, out of sight, for its editors. */
export const sheetCanvas = (container: HTMLElement): DOMRect | undefined =>
  container.querySelector(`#univer-sheet-main-canvas_${unitId}`)?.getBoundingClientRect();
