import type { Worksheet, Style as XlsxStyle, Workbook as XlsxWorkbook } from "exceljs";
import { type Rect, recalculate, type Sheet, toA1, type Workbook } from "../../workbook";
import { exceljs } from "../packages/exceljs";
import { argb, toXlsxStyle } from "./cell-style";
import { toXlsxValue } from "./cell-value";
import { columnRuns } from "./column-runs";
import { xlsxSheetNames } from "./sheet-names";
import { toXlsxRule } from "./validation";

/**
 * The workbook as an .xlsx file's bytes. The format holds values, formulas with results, formats,
 * styles, notes, drop-downs, frozen rows, widths, hidden sheets, and protections of whole sheets;
 * it loses metadata, charts, warnings, protections of ranges, and the time zone.
 */
export async function writeXlsx(book: Workbook): Promise<Uint8Array> {
  recalculate(book);
  const xlsx: XlsxWorkbook = new (exceljs().Workbook)();
  const names = xlsxSheetNames(book.sheets.map(({ name }) => name));
  for (const [index, sheet] of book.sheets.entries()) {
    const target = xlsx.addWorksheet(names[index] ?? sheet.name);
    writeSheet(sheet, target);
    if (isProtected(sheet)) await target.protect("", { selectLockedCells: true });
  }
  for (const { name, sheetId, rect } of book.namedRanges) {
    const index = book.sheets.findIndex(({ id }) => id === sheetId);
    const quoted = (names[index] ?? "").replace(/'/g, "''");
    xlsx.definedNames.add(`'${quoted}'!${fixed(rect)}`, name);
  }
  return new Uint8Array(await xlsx.xlsx.writeBuffer());
}

function isProtected(sheet: Sheet): boolean {
  return sheet.protections.some(({ rect, warningOnly }) => rect === null && !warningOnly);
}

function writeSheet(sheet: Sheet, target: Worksheet): void {
  target.state = sheet.hidden ? "hidden" : "visible";
  if (sheet.tabColor !== null) target.properties.tabColor = { argb: argb(sheet.tabColor) };
  if (sheet.frozenRows + sheet.frozenColumns > 0)
    target.views = [{ state: "frozen", ySplit: sheet.frozenRows, xSplit: sheet.frozenColumns }];
  for (const [index, { width, hidden }] of sheet.columns.entries()) {
    if (width !== null) target.getColumn(index + 1).width = toXlsxWidth(width);
    if (hidden) target.getColumn(index + 1).hidden = true;
  }
  if (sheet.filter !== null) target.autoFilter = toA1(sheet.filter.rect);
  writeRows(sheet, target);
  writeRules(sheet, target);
  for (const { rects, data } of sheet.conditionalFormats)
    if (data.kind === "xlsx" && Array.isArray(data.rules))
      target.addConditionalFormatting({ ref: rects.map(toA1).join(" "), rules: data.rules });
}

function writeRows(sheet: Sheet, target: Worksheet): void {
  const unlocked = isProtected(sheet)
    ? sheet.protections.flatMap(({ unprotected }) => unprotected)
    : [];
  const styles = new Map<string, Partial<XlsxStyle>>();
  for (const [r, row] of sheet.rows.entries()) {
    if (row === null) continue;
    const line = target.getRow(r + 1);
    line.hidden = row.hidden || row.filtered;
    const { formats, styles: looks } = row.look;
    const width = Math.max(row.cells.length, formats.length, looks.length);
    for (let c = 0; c < width; c += 1) {
      const cell = row.cells[c] ?? "";
      const formula = row.formulas?.get(c) ?? null;
      const [format, look] = [formats[c] ?? "", looks[c] ?? null];
      const locked = !unlocked.some((rect) => holds(rect, r + 1, c + 1));
      const isPlain = format === "" && look === null && locked;
      if (cell === "" && formula === null && isPlain) continue;
      const place = line.getCell(c + 1);
      place.value = toXlsxValue(cell, formula);
      if (isPlain) continue;
      const key = `${locked} ${format} ${JSON.stringify(look)}`;
      const style = styles.get(key) ?? toXlsxStyle(format, look, locked);
      styles.set(key, style);
      place.style = style;
    }
    for (const [c, note] of row.notes ?? []) line.getCell(c + 1).note = note;
  }
}

function writeRules(sheet: Sheet, target: Worksheet): void {
  const columns = Math.max(0, ...sheet.rows.map((row) => row?.look.rules.length ?? 0));
  const at = (r: number, c: number) => sheet.rows[r]?.look.rules[c] ?? null;
  for (const { rect, value } of columnRuns(sheet.rows.length, columns, at)) {
    const rule = toXlsxRule(value);
    if (rule !== null) validationsOf(target).add(toA1(rect), rule);
  }
}

type Validations = { readonly add: (address: string, rule: unknown) => void };

/** exceljs has it but its types leave it out. */
function validationsOf(target: Worksheet): Validations {
  return (target as unknown as { dataValidations: Validations }).dataValidations;
}

function holds(rect: Rect, row: number, column: number): boolean {
  return (
    row >= rect.row &&
    row < rect.row + rect.rows &&
    column >= rect.column &&
    column < rect.column + rect.columns
  );
}

/** Pixels as Excel's widths, which count characters. */
function toXlsxWidth(pixels: number): number {
  return Math.max(0, (pixels - 5) / 7);
}

function fixed(rect: Rect): string {
  return toA1(rect).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
