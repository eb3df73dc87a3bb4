import type { Rect, Sheet } from "./model";
import { ServiceError } from "./service-error";

/**
 * Throws Google's texts for a rectangle that is empty or leaves the grid
 * (PLATFORM-49).
 */
export function checkRect(sheet: Sheet, rect: Rect): void {
  if (rect.row < 1 || rect.column < 1)
    throw new ServiceError(
      rect.row < 1
        ? "The starting row of the range is too small."
        : "The starting column of the range is too small.",
    );
  if (rect.rows < 1) throw new ServiceError("The number of rows in the range must be at least 1.");
  if (rect.columns < 1)
    throw new ServiceError("The number of columns in the range must be at least 1.");
  if (lastRowOf(rect) > sheet.maxRows || lastColumnOf(rect) > sheet.maxColumns)
    throw new ServiceError("The coordinates of the range are outside the dimensions of the sheet.");
}

/** The last row a rectangle covers, 1-based. */
export function lastRowOf(rect: Rect): number {
  return rect.row + rect.rows - 1;
}

/** The last column a rectangle covers, 1-based. */
export function lastColumnOf(rect: Rect): number {
  return rect.column + rect.columns - 1;
}

/** "A" for 1, "AA" for 27. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** 1 for "A", 27 for "aa". */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** "B2" or "B2:C9", without a sheet name. */
export function toA1(rect: Rect): string {
  const from = `${columnLetters(rect.column)}${rect.row}`;
  if (rect.rows === 1 && rect.columns === 1) return from;
  return `${from}:${columnLetters(lastColumnOf(rect))}${lastRowOf(rect)}`;
}

const a1 = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/;

/**
 * The rectangle of an A1 text without sheet name ("B2", "A:C", "2:5", "A2:C"); open ends reach the grid's edge. null
 * if the text is not a range.
 */
export function fromA1(text: string, grid: Pick<Sheet, "maxRows" | "maxColumns">): Rect | null {
  const match = a1.exec(text.trim());
  if (match === null) return null;
  const [, letters1 = "", digits1 = "", letters2, digits2] = match;
  const single = letters2 === undefined && digits2 === undefined;
  if (single && (letters1 === "" || digits1 === "")) return null;
  if (letters1 + digits1 === "" || (!single && `${letters2}${digits2}` === "")) return null;
  const ends = [
    { column: letters1 === "" ? 1 : columnNumber(letters1), row: digits1 === "" ? 1 : +digits1 },
    single
      ? { column: columnNumber(letters1), row: +digits1 }
      : {
          column: letters2 ? columnNumber(letters2) : grid.maxColumns,
          row: digits2 ? +digits2 : grid.maxRows,
        },
  ] as const;
  const row = Math.min(ends[0].row, ends[1].row);
  const column = Math.min(ends[0].column, ends[1].column);
  return {
    row,
    column,
    rows: Math.max(ends[0].row, ends[1].row) - row + 1,
    columns: Math.max(ends[0].column, ends[1].column) - column + 1,
  };
}
