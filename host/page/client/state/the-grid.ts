import type { Grid } from "../grid/grid";

let shown: Grid | null = null;

/** The grid on the page, null before it stands. */
export const theGrid = (): Grid | null => shown;

/** Says which grid is on the page. */
export function setGrid(grid: Grid): void {
  shown = grid;
}
