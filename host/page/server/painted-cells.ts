import type { Cell, Kept, Rect, Row, Sheet, Workbook } from "../../workbook";
import { conditionHolds } from "../../workbook/formulas/condition-holds";
import type { WireStyle } from "../wire";

type Values = readonly unknown[];
const textOf = (cell: Cell): string => String(cell).toLowerCase();
const text = (test: (cell: string, value: string) => boolean) => (cell: Cell, values: Values) =>
  test(textOf(cell), String(values[0] ?? "").toLowerCase());
const number = (test: (cell: number, one: number, two: number) => boolean) => {
  return (cell: Cell, values: Values) =>
    typeof cell === "number" && test(cell, Number(values[0]), Number(values[1]));
};

/** The conditions that the page draws, by Google's names; those by dates it leaves out. */
const conditions: Readonly<Record<string, (cell: Cell, values: Values) => boolean>> = {
  CELL_EMPTY: (cell) => cell === "",
  CELL_NOT_EMPTY: (cell) => cell !== "",
  TEXT_EQUAL_TO: text((cell, value) => cell === value),
  TEXT_CONTAINS: text((cell, value) => cell.includes(value)),
  TEXT_DOES_NOT_CONTAIN: text((cell, value) => !cell.includes(value)),
  TEXT_STARTS_WITH: text((cell, value) => cell.startsWith(value)),
  TEXT_ENDS_WITH: text((cell, value) => cell.endsWith(value)),
  NUMBER_EQUAL_TO: number((cell, one) => cell === one),
  NUMBER_NOT_EQUAL_TO: number((cell, one) => cell !== one),
  NUMBER_GREATER_THAN: number((cell, one) => cell > one),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((cell, one) => cell >= one),
  NUMBER_LESS_THAN: number((cell, one) => cell < one),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((cell, one) => cell <= one),
  NUMBER_BETWEEN: number((cell, one, two) => cell >= one && cell <= two),
  NUMBER_NOT_BETWEEN: number((cell, one, two) => cell < one || cell > two),
};

/** What conditional formats paint in a row (1-based), by 0-based column; of several that hold, the first counts. */
export function paintedCells(book: Workbook, sheet: Sheet, row: Row, at: number) {
  const painted = new Map<number, WireStyle>();
  const holds = ({ data }: Kept, first: Rect, column: number): boolean => {
    const values = (data.values ?? []) as Values;
    if (data.criteria === "CUSTOM_FORMULA")
      return conditionHolds(book, sheet, String(values[0]), {
        first,
        at: { row: at, column: column + 1 },
      });
    return conditions[String(data.criteria)]?.(row.cells[column] ?? "", values) ?? false;
  };
  for (const format of sheet.conditionalFormats) {
    for (const rect of format.rects) {
      if (at < rect.row || at >= rect.row + rect.rows) continue;
      for (let column = rect.column - 1; column < rect.column - 1 + rect.columns; column += 1) {
        if (!painted.has(column) && holds(format, rect, column))
          painted.set(column, styleOf(format));
      }
    }
  }
  return painted;
}

function styleOf({ data }: Kept): WireStyle {
  const { background, fontColor, bold, italic, underline, strikethrough } = data;
  return {
    ...(typeof background === "string" && { background }),
    ...(typeof fontColor === "string" && { color: fontColor }),
    ...(bold === true && { bold }),
    ...(italic === true && { italic }),
    ...(underline === true && { underline }),
    ...(strikethrough === true && { strike: true }),
  };
}
