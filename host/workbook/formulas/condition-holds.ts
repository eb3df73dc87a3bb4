import type { Sheet, Workbook } from "../base/model";
import { epochToSerial } from "../base/zones";
import { localeRules } from "../formats/locale-rules";
import { evaluate } from "./evaluate";
import { parseFormula } from "./parse";
import { moveFormula } from "./shift-formula";
import type { FormulaContext } from "./values/context";
import { FormulaFault, toLogical, UnknownFunction } from "./values/values";

type Cell = { readonly row: number; readonly column: number };

/**
 * Whether a conditional format's own formula holds for a cell (1-based): it is written for the first cell of its range and read
 * as if it were copied to each other. One that shows an error, or that the host can't compute, does not hold.
 */
export function conditionHolds(
  book: Workbook,
  sheet: Sheet,
  formula: string,
  { first, at }: { readonly first: Cell; readonly at: Cell },
): boolean {
  const now = epochToSerial(book.now(), book.timeZone);
  const read: FormulaContext["read"] = (from, { row, column, rows, columns }) => {
    const cells = Array.from({ length: rows * columns }, (_, n) => {
      const line = from.rows[row - 1 + Math.floor(n / columns)];
      const cell = line?.cells[column - 1 + (n % columns)] ?? "";
      return cell === "" ? null : cell;
    });
    return { rows, columns, cells };
  };
  const context = { book, home: sheet, ...at, today: Math.floor(now), now, read };
  try {
    const moved = moveFormula(formula, at.row - first.row, at.column - first.column);
    return toLogical(evaluate(parseFormula(moved, localeRules(book.locale).decimal), context));
  } catch (error) {
    const isExpected =
      error instanceof FormulaFault ||
      error instanceof RangeError ||
      error instanceof UnknownFunction;
    if (!isExpected) throw error;
    return false;
  }
}
