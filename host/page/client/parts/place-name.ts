import type { CellArea } from "../../wire";

/** "B2", or "B2:C9" for more than one cell. */
export function placeName({ row, column, rows, columns }: CellArea): string {
  const from = `${letters(column)}${row}`;
  return rows === 1 && columns === 1
    ? from
    : `${from}:${letters(column + columns - 1)}${row + rows - 1}`;
}

/** "A" for 1, "AA" for 27. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
