import { ensureRow, touchRow } from "../base/create-workbook";
import type { Cell, ColumnFilter, Rect, Row, Sheet, SheetFilter, Workbook } from "../base/model";
import { checkRect, lastColumnOf, lastRowOf } from "../base/rect";
import { ServiceError } from "../base/service-error";
import { fitsCondition, isKnownCondition } from "../formats/conditions";
import { displayValue } from "../formats/display-value";
import { recalculate } from "../formulas/recalculate";
import { type SortKey, sortRect as sortCells } from "../structure/sort-rect";

/** Gives a sheet its filter over a rectangle, whose first row is the header. Throws when it has one (PLATFORM-105). */
export function createFilter(book: Workbook, sheet: Sheet, rect: Rect): void {
  checkRect(sheet, rect);
  if (sheet.filter !== null)
    throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
  sheet.filter = { rect, columns: {} };
  book.version += 1;
}

/** Takes the filter off: what it has hidden is seen again. */
export function removeFilter(book: Workbook, sheet: Sheet): void {
  for (const row of sheet.rows) if (row !== null) setFiltered(book, row, false);
  sheet.filter = null;
  book.version += 1;
}

/**
 * Sets what the filter hides in a column (1-based, of the sheet), or nothing (null), and applies the filter to all its
 * rows. What is written later is not hidden until it is applied again, as in Sheets. Throws outside the filter and for
 * a condition that the host does not compute.
 */
export function filterColumn(
  book: Workbook,
  sheet: Sheet,
  column: number,
  by: ColumnFilter | null,
): void {
  const { rect, columns } = filterOf(sheet);
  if (column < rect.column || column > lastColumnOf(rect))
    throw new ServiceError("The column is outside the range of the filter.");
  if (by !== null && by.criteria !== null && !isKnownCondition(by.criteria))
    throw new ServiceError(`The local host does not filter by ${by.criteria}.`);
  const { [column]: _before, ...others } = columns;
  sheet.filter = { rect, columns: by === null ? others : { ...others, [column]: by } };
  apply(book, sheet, sheet.filter);
}

/** Sorts a rectangle as `sort-rect.ts` says; what the filter hides is hidden in its new place. */
export function sortRect(book: Workbook, sheet: Sheet, rect: Rect, keys: readonly SortKey[]): void {
  sortCells(book, sheet, rect, keys);
  if (sheet.filter !== null) apply(book, sheet, sheet.filter);
}

/** Sorts what lies under the filter's header by a column of the sheet. */
export function sortFilter(book: Workbook, sheet: Sheet, column: number, ascending: boolean): void {
  const filter = filterOf(sheet);
  const below = belowHeader(sheet, filter.rect);
  if (below !== null) sortRect(book, sheet, below, [{ column, ascending }]);
}

/** What the cells of a column show under the filter's header: each text once, as sorted by value, with whether the filter hides it. */
export function filterValues(
  book: Workbook,
  sheet: Sheet,
  column: number,
): { readonly text: string; readonly count: number; readonly isHidden: boolean }[] {
  const { rect, columns } = filterOf(sheet);
  recalculate(book);
  const found = new Map<string, { value: Cell; count: number }>();
  for (let row = rect.row + 1; row <= lastRowOf(rect); row += 1) {
    const at = sheet.rows[row - 1] ?? null;
    const text = shown(book, at, column);
    const known = found.get(text);
    if (known) known.count += 1;
    else found.set(text, { value: cellOf(at, column), count: 1 });
  }
  const hidden = new Set(columns[column]?.hidden ?? []);
  return [...found]
    .sort(([a, { value: x }], [b, { value: y }]) =>
      typeof x === "number" && typeof y === "number" ? x - y : a < b ? -1 : 1,
    )
    .map(([text, { count }]) => ({ text, count, isHidden: hidden.has(text) }));
}

function filterOf(sheet: Sheet): SheetFilter {
  if (sheet.filter === null) throw new ServiceError("This sheet has no filter.");
  return sheet.filter;
}

function belowHeader(sheet: Sheet, rect: Rect): Rect | null {
  const last = Math.min(lastRowOf(rect), sheet.rows.length);
  return last <= rect.row ? null : { ...rect, row: rect.row + 1, rows: last - rect.row };
}

function apply(book: Workbook, sheet: Sheet, { rect, columns }: SheetFilter): void {
  recalculate(book);
  const tests = Object.entries(columns).map(([column, { hidden, criteria, values }]) => {
    const texts = new Set(hidden);
    return (row: Row | null): boolean => {
      const at = Number(column);
      if (texts.size > 0 && texts.has(shown(book, row, at))) return false;
      return criteria === null || fitsCondition(cellOf(row, at), criteria, values) !== false;
    };
  });
  for (let line = rect.row + 1; line <= lastRowOf(rect); line += 1) {
    const row = sheet.rows[line - 1] ?? null;
    const filtered = !tests.every((test) => test(row));
    if (row !== null) setFiltered(book, row, filtered);
    else if (filtered) setFiltered(book, ensureRow(sheet, line), true);
  }
  book.version += 1;
}

function setFiltered(book: Workbook, row: Row, filtered: boolean): void {
  if (row.filtered === filtered) return;
  row.filtered = filtered;
  touchRow(book, row);
}

function cellOf(row: Row | null, column: number): Cell {
  return row?.cells[column - 1] ?? "";
}

function shown(book: Workbook, row: Row | null, column: number): string {
  const value = cellOf(row, column);
  return value === "" ? "" : displayValue(value, row?.look.formats[column - 1] ?? "", book.locale);
}
