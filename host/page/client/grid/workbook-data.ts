import { BooleanNumber, type IWorkbookData, type IWorksheetData, LocaleType } from "@univerjs/core";
import type { SheetInfo } from "../../wire";
import { linesOf } from "./hidden-lines";
import { unitId } from "./unit-id";

/** Sizes of a new sheet in Google Sheets, in pixels. */
export const defaultWidth = 100;
const rowHeight = 21;

/** The sheets of a workbook, still without cells. */
export function workbookData(name: string, sheets: readonly SheetInfo[]): Partial<IWorkbookData> {
  return {
    id: unitId,
    name,
    locale: LocaleType.EN_US,
    appVersion: "0",
    styles: {},
    defaultStyle: { ff: "Arial", fs: 10, vt: 3, pd: { l: 3, r: 3, t: 2, b: 2 } },
    sheetOrder: sheets.map(({ id }) => String(id)),
    sheets: Object.fromEntries(sheets.map((sheet) => [String(sheet.id), worksheetData(sheet)])),
  };
}

function worksheetData(sheet: SheetInfo): Partial<IWorksheetData> {
  const columnData: Record<number, { w?: number; hd?: BooleanNumber }> = {};
  for (const [column, width] of sheet.widths.entries()) {
    if (width !== null) columnData[column] = { w: width };
  }
  for (const column of sheet.hiddenColumns) {
    columnData[column] = { ...columnData[column], hd: BooleanNumber.TRUE };
  }
  return {
    id: String(sheet.id),
    name: sheet.name,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: sheet.maxRows,
    columnCount: sheet.maxColumns,
    freeze: freezeOf(sheet),
    defaultColumnWidth: defaultWidth,
    defaultRowHeight: rowHeight,
    rowHeader: { width: 46 },
    columnHeader: { height: 24 },
    columnData,
    rowData: Object.fromEntries(
      [...linesOf(sheet.hiddenRows)].map((row) => [row, { hd: BooleanNumber.TRUE }]),
    ),
    cellData: {},
  };
}

/** Univer's freeze: where the scrolling part begins, or -1. */
export function freezeOf({ frozenRows, frozenColumns }: SheetInfo) {
  return {
    ySplit: frozenRows,
    xSplit: frozenColumns,
    startRow: frozenRows > 0 ? frozenRows : -1,
    startColumn: frozenColumns > 0 ? frozenColumns : -1,
  };
}
