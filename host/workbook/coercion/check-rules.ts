import type { Rect, Sheet, ValidationRule, Workbook } from "../base/model";
import { toA1 } from "../base/rect";
import { ServiceError } from "../base/service-error";
import { accepts } from "../validation/accepts";
import type { RowChange } from "./coerce-row";

/** Throws Google's text at the first cell that a rejecting validation refuses; empty cells and formulas pass. */
export function checkRules(
  book: Workbook,
  sheet: Sheet,
  rect: Rect,
  changes: readonly RowChange[],
): void {
  for (const [index, change] of changes.entries()) {
    const { rules } = change.look;
    if (rules.length < rect.column) continue;
    for (const [offset, cell] of change.cells.entries()) {
      const rule: ValidationRule | null | undefined = rules[rect.column - 1 + offset];
      if (!rule || rule.allowInvalid || cell === "") continue;
      if (accepts(book, sheet, rule, cell)) continue;
      const at = { row: rect.row + index, column: rect.column + offset, rows: 1, columns: 1 };
      throw new ServiceError(
        `The data you entered in cell ${toA1(at)} violates the data validation rules set on this cell.`,
      );
    }
  }
}
