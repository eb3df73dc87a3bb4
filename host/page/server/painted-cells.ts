import {
  fitsCondition,
  type Kept,
  type Rect,
  type Row,
  type Sheet,
  type Workbook,
} from "../../workbook";
import { conditionHolds } from "../../workbook/formulas/condition-holds";
import type { WireStyle } from "../wire";

/** What conditional formats paint in a row (1-based), by 0-based column; of several that hold, the first counts. */
export function paintedCells(book: Workbook, sheet: Sheet, row: Row, at: number) {
  const painted = new Map<number, WireStyle>();
  const holds = ({ data }: Kept, first: Rect, column: number): boolean => {
    const values = (data.values ?? []) as readonly unknown[];
    if (data.criteria === "CUSTOM_FORMULA")
      return conditionHolds(book, sheet, String(values[0]), {
        first,
        at: { row: at, column: column + 1 },
      });
    return fitsCondition(row.cells[column] ?? "", String(data.criteria), values) ?? false;
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
