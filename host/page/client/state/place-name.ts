import type { CellArea } from "../../wire";

/** "B2", or "B2:C9" for more than one cell; nothing for none. */
export function placeName(area: CellArea | null): string {
  if (area === null) return "";
  const { row, column, rows, columns } = area;
  const from = `${columnLetters(column)}${row}`;
  return rows === 1 && columns === 1
    ? from
    : `${from}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

/** "A" for 1, "AA" for 27. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
