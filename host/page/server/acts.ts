import {
  checkRect,
  clearRect,
  copyRect,
  filterValues,
  growTo,
  lastColumn,
  lastRow,
  moveRect,
  type Rect,
  type Sheet,
  sortRect,
  type Workbook,
  writeBlock,
} from "../../workbook";
import type { Input } from "../calls";
import type { CellArea, FilterChoices } from "../wire";
import { Refused } from "./refused";

/** A filter offers no more different texts than this. */
const mostTexts = 1_000;

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

/** Clears cells: what they hold, as the Delete key does (notes and formats stay), or their formats. */
export function clearCells(
  book: Workbook,
  sheet: Sheet,
  { areas, what }: Pick<Input<"clear">, "areas" | "what">,
): void {
  const clearing = what === "values" ? { contents: true } : { formats: true };
  for (const area of areas) {
    const rect = withinUsed(sheet, area);
    if (rect !== null) clearRect(book, sheet, rect, clearing);
  }
}

/** The cells that a paste writes to: the area if the copied cells fit into it several times, else as many as were copied. */
export function pastedRect({ from, to }: Pick<Input<"paste">, "from" | "to">): Rect {
  const isTiled = to.rows % from.rows === 0 && to.columns % from.columns === 0;
  const { rows, columns } = isTiled ? to : from;
  return { row: to.row, column: to.column, rows, columns };
}

/** Pastes copied or cut cells; a paste that reaches past the grid enlarges it, as in Sheets. */
export function pasteInto(book: Workbook, sheet: Sheet, input: Input<"paste">): void {
  const source = sheetOf(book, input.from.sheet);
  const { row, column, rows, columns } = pastedRect(input);
  const { sheet: _sheet, ...rect } = input.from;
  growTo(book, sheet, row + rows - 1, column + columns - 1);
  if (input.isCut) {
    moveRect(book, source, rect, sheet, row, column);
    return;
  }
  copyRect(book, source, rect, sheet, row, column, input.kind);
  // What is pasted is pasted again, twice as much each time: below, then beside.
  for (let done = rect.rows; done < rows; done *= 2) {
    const again = { ...rect, row, column, rows: Math.min(done, rows - done) };
    copyRect(book, sheet, again, sheet, row + done, column, input.kind);
  }
  for (let done = rect.columns; done < columns; done *= 2) {
    const again = { row, column, rows, columns: Math.min(done, columns - done) };
    copyRect(book, sheet, again, sheet, row, column + done, input.kind);
  }
}

/** The cells of a new filter: those chosen, or with a single one all that the sheet holds, from the frozen header on. */
export function filterRect(sheet: Sheet, { row, column, rows, columns }: CellArea): Rect {
  if (rows > 1 || columns > 1) return { row, column, rows, columns };
  const top = Math.max(1, sheet.frozenRows);
  return {
    row: top,
    column: 1,
    rows: Math.max(1, lastRow(sheet) - top + 1),
    columns: Math.max(1, lastColumn(sheet)),
  };
}

/** What the filter of a sheet can hide in a column. */
export function choicesOf(book: Workbook, sheet: Sheet, column: number): FilterChoices {
  const texts = filterValues(book, sheet, column);
  const by = sheet.filter?.columns[column] ?? null;
  return { texts: texts.slice(0, mostTexts), total: texts.length, by };
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
