import { touchRow } from "../base/create-workbook";
import type {
  ColumnFilter,
  Kept,
  Metadata,
  Rect,
  Sheet,
  SheetFilter,
  Table,
  TableColumn,
  Workbook,
} from "../base/model";
import { lastColumnOf, lastRowOf } from "../base/rect";
import { rewriteFormulas } from "../formulas/rewrite-formulas";
import { type Shift, shiftLine, shiftRect } from "../formulas/shift";
import { shiftFormula } from "../formulas/shift-formula";

/**
 * Adjusts everything that points at a sheet's lines: formulas of all sheets, named ranges, protections, Tables, metadata,
 * conditional formats, charts, the filter.
 */
export function applyShift(book: Workbook, sheet: Sheet, shift: Shift): void {
  rewriteFormulas(book, (formula, home) => shiftFormula(formula, home.name, sheet.name, shift));
  const rects = (list: readonly Rect[]) => list.flatMap((rect) => shiftRect(rect, shift) ?? []);
  const kept = (list: readonly Kept[]) =>
    list
      .map((one) => ({ ...one, rects: rects(one.rects) }))
      .filter((one, index) => one.rects.length > 0 || list[index]?.rects.length === 0);
  book.namedRanges = book.namedRanges.flatMap((range) => {
    if (range.sheetId !== sheet.id) return range;
    const rect = shiftRect(range.rect, shift);
    return rect === null ? [] : { ...range, rect };
  });
  book.metadata = book.metadata.flatMap((one) => shiftMetadata(one, sheet, shift));
  sheet.protections = sheet.protections.flatMap((one) => {
    const rect = one.rect === null ? null : shiftRect(one.rect, shift);
    return one.rect !== null && rect === null
      ? []
      : { ...one, rect, unprotected: rects(one.unprotected) };
  });
  sheet.tables = sheet.tables.flatMap((table) => shiftTable(table, shift));
  sheet.conditionalFormats = kept(sheet.conditionalFormats).map((one) =>
    one.data.criteria === "CUSTOM_FORMULA" ? withShiftedFormula(one, sheet, shift) : one,
  );
  sheet.charts = kept(sheet.charts);
  if (sheet.filter !== null) {
    sheet.filter = shiftFilter(sheet.filter, shift);
    showOutside(book, sheet);
  }
  book.version += 1;
}

function withShiftedFormula(one: Kept, { name }: Sheet, shift: Shift): Kept {
  const values = (one.data.values ?? []) as readonly unknown[];
  const shifted = values.map((each) => shiftFormula(String(each), name, name, shift));
  return { ...one, data: { ...one.data, values: shifted } };
}

function shiftTable(table: Table, shift: Shift): Table[] {
  const rect = shiftRect(table.rect, shift);
  if (rect === null) return [];
  if (shift.axis === "rows") return [{ ...table, rect }];
  const columns: (TableColumn | null)[] = Array.from({ length: rect.columns }, () => null);
  for (const [offset, column] of table.columns.entries()) {
    const to = shiftLine(table.rect.column + offset, shift);
    if (to !== null && to >= rect.column) columns[to - rect.column] = column;
  }
  return [{ ...table, rect, columns: columns.slice(0, rect.columns) }];
}

function shiftFilter({ rect, columns }: SheetFilter, shift: Shift): SheetFilter | null {
  const moved = shiftRect(rect, shift);
  if (moved === null || shift.axis === "rows") return moved && { rect: moved, columns };
  const shifted: Record<number, ColumnFilter> = {};
  for (const [column, one] of Object.entries(columns)) {
    const to = shiftLine(Number(column), shift);
    if (to !== null && to >= moved.column && to <= lastColumnOf(moved)) shifted[to] = one;
  }
  return { rect: moved, columns: shifted };
}

/** What lies outside the filter, or has become its header, is not hidden by it. */
function showOutside(book: Workbook, { filter, rows }: Sheet): void {
  for (const [index, row] of rows.entries()) {
    const line = index + 1;
    const isInside = filter !== null && line > filter.rect.row && line <= lastRowOf(filter.rect);
    if (!row?.filtered || isInside) continue;
    row.filtered = false;
    touchRow(book, row);
  }
}

function shiftMetadata(one: Metadata, sheet: Sheet, shift: Shift): Metadata[] {
  const { place } = one;
  if (place.kind === "spreadsheet" || place.kind === "sheet") return [one];
  if (place.kind !== shift.axis || place.sheetId !== sheet.id) return [one];
  const at = shiftLine(place.at, shift);
  return at === null ? [] : [{ ...one, place: { ...place, at } }];
}
