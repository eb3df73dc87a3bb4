import type { Kept, Metadata, Rect, Sheet, Workbook } from "../base/model";
import { rewriteFormulas } from "../formulas/rewrite-formulas";
import { type Shift, shiftLine, shiftRect } from "../formulas/shift";
import { shiftFormula } from "../formulas/shift-formula";

/**
 * Adjusts everything that points at a sheet's lines: formulas of all sheets, named ranges, protections, metadata,
 * conditional formats, charts.
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
  sheet.conditionalFormats = kept(sheet.conditionalFormats);
  sheet.charts = kept(sheet.charts);
  book.version += 1;
}

function shiftMetadata(one: Metadata, sheet: Sheet, shift: Shift): Metadata[] {
  const { place } = one;
  if (place.kind === "spreadsheet" || place.kind === "sheet") return [one];
  if (place.kind !== shift.axis || place.sheetId !== sheet.id) return [one];
  const at = shiftLine(place.at, shift);
  return at === null ? [] : [{ ...one, place: { ...place, at } }];
}
