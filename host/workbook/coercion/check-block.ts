import type { Cell, Rect } from "../base/model";
import { ServiceError } from "../base/service-error";

const longest = 50_000;

/** Throws Google's text when a cell is longer than 50,000 characters (PLATFORM-40). */
export function checkBlock(block: { readonly cells: readonly (Cell | null | undefined)[] }): void {
  for (const cell of block.cells)
    if (typeof cell === "string" && cell.length > longest)
      throw new ServiceError(
        `Your input contains more than the maximum of ${longest} characters in a single cell.`,
      );
}

/** The error for data whose shape is not the range's, with Google's texts (PLATFORM-41); null when it fits. */
export function shapeError(rows: number, columns: number, rect: Rect): ServiceError | null {
  if (rows !== rect.rows) return mismatch("rows", rows, rect.rows);
  if (columns !== rect.columns) return mismatch("columns", columns, rect.columns);
  return null;
}

function mismatch(what: "rows" | "columns", has: number, wants: number): ServiceError {
  return new ServiceError(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${has} but the range has ${wants}.`,
  );
}
