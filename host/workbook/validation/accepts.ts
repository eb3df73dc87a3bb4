import type { Cell, Sheet, ValidationRule, Workbook } from "../base/model";
import { rangeOf } from "../base/range-of";

/**
 * Whether a validation allows a value. Criteria are named as in Apps Script; dates in `values` are serials. A custom
 * formula, and a criterion that the host does not know, allows everything.
 */
export function accepts(
  book: Workbook,
  sheet: Sheet,
  { criteria, values }: ValidationRule,
  cell: Cell,
): boolean {
  if (criteria === "VALUE_IN_LIST") return isListed(values[0], cell);
  if (criteria === "VALUE_IN_RANGE") return isInRange(book, sheet, String(values[0]), cell);
  if (criteria === "CHECKBOX")
    return values.length === 0 ? typeof cell === "boolean" : values.some((value) => value === cell);
  const [kind, ...words] = criteria.split("_");
  if (kind === "TEXT") return textPasses(words.join("_"), String(cell), String(values[0] ?? ""));
  if (kind !== "NUMBER" && kind !== "DATE") return true;
  if (typeof cell !== "number") return false;
  return numberPasses(words.join("_"), cell, values.map(Number));
}

function isListed(list: Cell | readonly Cell[] | undefined, cell: Cell): boolean {
  const listed: readonly Cell[] =
    list === undefined ? [] : typeof list === "object" ? list : [list];
  return listed.some((value) => textOf(value) === textOf(cell));
}

function isInRange(book: Workbook, sheet: Sheet, text: string, cell: Cell): boolean {
  const range = rangeOf(book, sheet, text.replace(/^=/, ""));
  if (range === null) return false;
  const { row, column, rows, columns } = range.rect;
  for (const line of range.sheet.rows.slice(row - 1, row - 1 + rows))
    if (line?.cells.slice(column - 1, column - 1 + columns).some((value) => value === cell))
      return true;
  return false;
}

function textOf(cell: Cell): string {
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
}

function textPasses(test: string, text: string, wanted: string): boolean {
  const lower = text.toLowerCase();
  if (test === "CONTAINS") return lower.includes(wanted.toLowerCase());
  if (test === "DOES_NOT_CONTAIN") return !lower.includes(wanted.toLowerCase());
  if (test === "EQUAL_TO") return lower === wanted.toLowerCase();
  if (test === "IS_VALID_EMAIL") return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
  if (test === "IS_VALID_URL") return /^(https?:\/\/)?[^\s/]+\.[^\s]+$/.test(text);
  return true;
}

function numberPasses(test: string, value: number, [first = 0, second = 0]: number[]): boolean {
  const day = Math.floor(value);
  if (test === "BETWEEN") return value >= first && value <= second;
  if (test === "NOT_BETWEEN") return value < first || value > second;
  if (test === "EQUAL_TO") return value === first;
  if (test === "NOT_EQUAL_TO") return value !== first;
  if (test === "GREATER_THAN" || test === "AFTER") return value > first;
  if (test === "GREATER_THAN_OR_EQUAL_TO" || test === "ON_OR_AFTER") return value >= first;
  if (test === "LESS_THAN" || test === "BEFORE") return value < first;
  if (test === "LESS_THAN_OR_EQUAL_TO") return value <= first;
  if (test === "ON_OR_BEFORE") return day <= first;
  return true;
}
