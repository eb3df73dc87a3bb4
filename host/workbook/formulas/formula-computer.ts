import type { Rect, Row, Sheet, Workbook } from "../base/model";
import type { FormulaContext } from "./values/context";
import type { Grid, Scalar } from "./values/values";

/** A formula cell by 0-based place. */
type Place = {
  readonly sheet: Sheet;
  readonly row: Row;
  readonly index: number;
  readonly column: number;
};

/** Returns the value of one formula and stores it in its cell; without a context it is part of a circle. */
export type ComputeCell = (row: Row, column: number, context: FormulaContext | null) => Scalar;

/** How many formulas may wait for each other before the innermost is computed on its own. */
const deepest = 100;

/** Thrown to compute a formula first that is nested too deeply below another. */
class TooDeep extends Error {
  constructor(readonly place: Place) {
    super("A formula lies too deep below another.");
  }
}

/**
 * Computes formula cells once each, in whatever order they depend on each other, for chains of any length. A circle
 * of formulas is #REF! in each of its cells.
 */
export function formulaComputer(
  book: Workbook,
  now: number,
  computeCell: ComputeCell,
): (place: Place) => void {
  const done = new Map<Row, Map<number, Scalar>>();
  const grids = new Map<string, Grid>();
  let depth = 0;

  const read = (sheet: Sheet, rect: Rect): Grid => {
    const key = `${sheet.id} ${rect.row} ${rect.column} ${rect.rows} ${rect.columns}`;
    const known = grids.get(key);
    if (known !== undefined) return known;
    const cells: Scalar[] = [];
    const last = Math.max(rect.row, Math.min(rect.row + rect.rows - 1, sheet.rows.length));
    for (let index = rect.row - 1; index < last; index += 1) {
      const row = sheet.rows[index] ?? null;
      for (let column = rect.column - 1; column < rect.column - 1 + rect.columns; column += 1) {
        const cell = row?.cells[column] ?? "";
        if (row?.formulas?.has(column)) cells.push(compute({ sheet, row, index, column }));
        else cells.push(cell === "" ? null : cell);
      }
    }
    const grid = { rows: rect.rows, columns: rect.columns, cells };
    grids.set(key, grid);
    return grid;
  };

  const compute = (place: Place): Scalar => {
    const { sheet, row, index, column } = place;
    const results = done.get(row) ?? new Map<number, Scalar>();
    done.set(row, results);
    const known = results.get(column);
    if (known !== undefined) return known;
    if (depth >= deepest) throw new TooDeep(place);
    results.set(column, { fault: "#REF!" });
    depth += 1;
    try {
      const home = { home: sheet, row: index + 1, column: column + 1 };
      const context = { book, ...home, today: Math.floor(now), now, read };
      const value = computeCell(row, column, context);
      results.set(column, value);
      return value;
    } catch (error) {
      results.delete(column);
      throw error;
    } finally {
      depth -= 1;
    }
  };

  return (first) => {
    const waiting = [first];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      try {
        compute(place);
      } catch (error) {
        if (!(error instanceof TooDeep)) throw error;
        const { row, column } = error.place;
        const isCircle = waiting.some((one) => one.row === row && one.column === column);
        if (isCircle) done.get(row)?.set(column, computeCell(row, column, null));
        waiting.push(place, ...(isCircle ? [] : [error.place]));
      }
    }
  };
}
