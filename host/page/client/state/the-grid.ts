import type { CellArea } from "../../wire";
import type { CellContent } from "./client-state";

/** Texts of an area, row by row. */
export type Texts = readonly (readonly string[])[];

/** What the page's other parts use of the grid. */
export interface ShownGrid {
  /** Brings a sheet into view. */
  readonly activate: (sheet: number) => void;
  /** What is in a cell (1-based) of the sheet in view. */
  readonly cellAt: (row: number, column: number) => CellContent | null;
  /** Where a cell (1-based) is drawn in the window; null if it is out of sight. */
  readonly cellBox: (row: number, column: number) => DOMRect | null;
  /** Where a cell (1-based) would be drawn, in sight or not, and the place of all cells. */
  readonly cellPlace: (
    row: number,
    column: number,
  ) => { readonly box: DOMRect; readonly cells: DOMRect } | null;
  readonly focus: () => void;
  /** What the editor would show for the cells of an area, as far as they are loaded. */
  readonly typedTexts: (sheet: number, area: CellArea) => Texts;
}

let shown: ShownGrid | null = null;

/** The grid on the page; null before it is created. */
export const theGrid = (): ShownGrid | null => shown;

/** Sets the grid that is on the page. */
export function setGrid(grid: ShownGrid): void {
  shown = grid;
}
