import {
  checkRect,
  clearRect,
  growTo,
  lastColumn,
  lastRow,
  type Rect,
  type Sheet,
  sortRect,
  type Workbook,
  writeBlock,
} from "../../workbook";
import type { CellArea } from "../wire";
import { Refused } from "./refused";

/** Texts as typed or pasted, row by row, from a 1-based place on. */
export type Typing = {
  readonly row: number;
  readonly column: number;
  readonly texts: readonly (readonly string[])[];
  readonly by: "person" | "paste";
};

/** The sheet with an id; throws if it is gone. */
export function sheetOf(book: Workbook, id: number): Sheet {
  const sheet = book.sheets.find((each) => each.id === id);
  if (sheet === undefined) throw new Refused(404, "This sheet is gone.");
  return sheet;
}

/** The cells that a typing writes to. */
export const typedRect = ({ row, column, texts }: Typing): Rect => ({
  row,
  column,
  rows: texts.length,
  columns: Math.max(0, ...texts.map((line) => line.length)),
});

/** Types into cells; a paste that reaches past the grid enlarges it, as in Sheets. */
export function typeCells(book: Workbook, sheet: Sheet, typing: Typing): void {
  const { row, column, texts, by } = typing;
  const rect = typedRect(typing);
  const { columns } = rect;
  if (columns === 0) return;
  growTo(book, sheet, row + rect.rows - 1, column + columns - 1);
  const cells = texts.flatMap((line) => Array.from({ length: columns }, (_, c) => line[c] ?? ""));
  writeBlock(book, sheet, rect, { cells, dates: [] }, by);
}

/** Clears cells like the Delete key: values and formulas go, notes and formats stay. */
export function clearCells(book: Workbook, sheet: Sheet, areas: readonly CellArea[]): void {
  for (const area of areas) {
    const rect = withinUsed(sheet, area);
    if (rect !== null) clearRect(book, sheet, rect, { contents: true });
  }
}

/** The cells that are sorted by a 1-based column: everything below the frozen rows, or below the header row. */
export function sortedRect(sheet: Sheet, column: number): Rect {
  const top = Math.max(1, sheet.frozenRows);
  const columns = Math.max(lastColumn(sheet), column);
  return { row: top + 1, column: 1, rows: lastRow(sheet) - top, columns };
}

/** Sorts them. */
export function sortSheet(book: Workbook, sheet: Sheet, column: number, descending: boolean): void {
  const rect = sortedRect(sheet, column);
  if (rect.rows >= 2) sortRect(book, sheet, rect, [{ column, ascending: !descending }]);
}

/** Sets the width of a 1-based column in pixels. */
export function widenColumn(book: Workbook, sheet: Sheet, column: number, width: number): void {
  checkRect(sheet, { row: 1, column, rows: 1, columns: 1 });
  while (sheet.columns.length < column) sheet.columns.push({ width: null, hidden: false });
  const known = sheet.columns[column - 1];
  if (known !== undefined) known.width = Math.round(Math.min(2_000, Math.max(24, width)));
  book.version += 1;
}

function withinUsed(sheet: Sheet, area: CellArea): Rect | null {
  const rows = Math.min(area.rows, sheet.rows.length - area.row + 1);
  const columns = Math.min(area.columns, sheet.maxColumns - area.column + 1);
  return rows < 1 || columns < 1 ? null : { ...area, rows, columns };
}
