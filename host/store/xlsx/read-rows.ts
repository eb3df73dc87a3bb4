import type { Worksheet, Style as XlsxStyle } from "exceljs";
import {
  type Cell,
  internLook,
  localeRules,
  type Row,
  type Sheet,
  type Style,
  type Workbook,
} from "../../workbook";
import { fromXlsxFormat, fromXlsxStyle } from "./cell-style";
import { fromXlsxFormula, fromXlsxValue } from "./cell-value";

type Look = { readonly format: string; readonly style: Style | null };

/** Fills a sheet with the rows of an .xlsx sheet: values, formulas, formats, styles and notes. */
export function readRows(book: Workbook, source: Worksheet, sheet: Sheet): void {
  const { dateFormat } = localeRules(book.locale);
  const looks = new Map<Partial<XlsxStyle>, Look>();
  const lookOf = (style: Partial<XlsxStyle>): Look => {
    const known = looks.get(style);
    if (known !== undefined) return known;
    const look = { format: fromXlsxFormat(style.numFmt, dateFormat), style: fromXlsxStyle(style) };
    looks.set(style, look);
    return look;
  };
  source.eachRow({ includeEmpty: false }, (line, number) => {
    const cells: Cell[] = [];
    const formats: string[] = [];
    const styles: (Style | null)[] = [];
    const formulas = new Map<number, string>();
    const notes = new Map<number, string>();
    line.eachCell({ includeEmpty: true }, (cell, column) => {
      const isCovered = cell.isMerged && cell.master !== cell;
      const look = lookOf(cell.style);
      cells[column - 1] = isCovered ? "" : fromXlsxValue(cell.value);
      formats[column - 1] = look.format;
      styles[column - 1] = look.style;
      if (cell.formula && !isCovered) formulas.set(column - 1, fromXlsxFormula(cell.formula));
      const note = cell.note as unknown;
      if (note !== undefined && note !== null) notes.set(column - 1, noteText(note));
    });
    const row: Row = {
      cells,
      look: internLook(book, { formats, styles, rules: [] }),
      formulas: formulas.size === 0 ? null : formulas,
      notes: notes.size === 0 ? null : notes,
      hidden: line.hidden === true,
      filtered: false,
      text: null,
    };
    while (sheet.rows.length < number) sheet.rows.push(null);
    sheet.rows[number - 1] = row;
  });
}

function noteText(note: unknown): string {
  if (typeof note === "string") return note;
  const { texts } = Object(note) as { texts?: readonly { readonly text: string }[] };
  return (texts ?? []).map(({ text }) => text).join("");
}
