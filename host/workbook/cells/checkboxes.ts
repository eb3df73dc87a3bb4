import type { Cell, Rect, Sheet, ValidationRule, Workbook } from "../base/model";
import { writeBlock } from "./write-block";

/** What happens to the checkboxes of a range. */
export type Tick = "insert" | "remove" | "check" | "uncheck";

/** What a checkbox holds when ticked and when not: TRUE and FALSE unless its validation says otherwise. */
function valuesOf({ values }: ValidationRule): { readonly on: Cell; readonly off: Cell } {
  const [on, off] = values as readonly Cell[];
  return on === undefined ? { on: true, off: false } : { on, off: off ?? "" };
}

/**
 * Ticks or unticks the checkboxes of a range and leaves its other cells alone; fills new ones that are blank with the value
 * of an unticked one, and takes that of a removed one away.
 */
export function tickBoxes(book: Workbook, sheet: Sheet, rect: Rect, how: Tick): void {
  for (const { row, column, rule, cell } of boxes(sheet, rect)) {
    const { on, off } = valuesOf(rule);
    const isOwn = cell === on || cell === off;
    if ((how === "insert" && cell !== "") || (how === "remove" && !isOwn)) continue;
    const value = how === "remove" ? "" : how === "check" ? on : off;
    writeBlock(book, sheet, { row, column, rows: 1, columns: 1 }, { cells: [value], dates: [] });
  }
}

/** true or false where all cells of a range are checkboxes in that state, else null. */
export function areTicked(sheet: Sheet, rect: Rect): boolean | null {
  const found = boxes(sheet, rect);
  if (found.length < rect.rows * rect.columns) return null;
  if (found.every(({ rule, cell }) => cell === valuesOf(rule).on)) return true;
  return found.every(({ rule, cell }) => cell !== valuesOf(rule).on) ? false : null;
}

function boxes(sheet: Sheet, rect: Rect) {
  const found: { row: number; column: number; rule: ValidationRule; cell: Cell }[] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row += 1)
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
      const at = sheet.rows[row - 1];
      const rule = at?.look.rules[column - 1];
      if (rule?.criteria === "CHECKBOX")
        found.push({ row, column, rule, cell: at?.cells[column - 1] ?? "" });
    }
  return found;
}
