import type { CellArea } from "../../wire";
import type { CellContent } from "./client-state";

/** Texts of an area, row by row. */
export type Texts = readonly (readonly string[])[];

/** A place of the grid; a header stands for the whole row or column. */
export type GridPlace = {
  readonly kind: "cell" | "row" | "column";
  readonly row: number;
  readonly column: number;
};

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
  /** Whether a cell's editor is open. */
  readonly isEditing: () => boolean;
  /** What the cells of an area show, as far as they are loaded. */
  readonly shownTexts: (sheet: number, area: CellArea) => Texts;
  /** Whether all cells of an area are loaded. */
  readonly isLoaded: (sheet: number, area: CellArea) => boolean;
  /** Whether the sheet's filter hides a row (1-based). */
  readonly isFiltered: (sheet: number, row: number) => boolean;
  /** Selects an area of the sheet in view, and brings its first cell into view. */
  readonly select: (area: CellArea) => void;
  /** What lies at a point of the window: a cell, or the header of a row or column (1-based). */
  readonly placeAt: (x: number, y: number) => GridPlace | null;
}

let shown: ShownGrid | null = null;

/** The grid on the page; null before it is created. */
export const theGrid = (): ShownGrid | null => shown;

/** Sets the grid that is on the page. */
export function setGrid(grid: ShownGrid): void {
  shown = grid;
}
