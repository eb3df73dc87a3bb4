import type {
  DataValidation,
  Worksheet,
  Style as XlsxStyle,
  Workbook as XlsxWorkbook,
} from "exceljs";
import {
  bareWorkbook,
  createSheet,
  fromA1,
  type Rect,
  rangeOf,
  type Sheet,
  type Workbook,
  type WorkbookOptions,
  writeRules,
} from "../../workbook";
import { exceljs } from "../packages/exceljs";
import { hex } from "./cell-style";
import { checkZip } from "./check-zip";
import { columnRuns } from "./column-runs";
import { readRows } from "./read-rows";
import { fromXlsxRule } from "./validation";

/**
 * The workbook in an .xlsx file's bytes, as Sheets imports one; throws a sentence naming `file` if it is not one.
 * Merged cells are split.
 */
export async function readXlsx(
  bytes: Uint8Array,
  file: string,
  options: WorkbookOptions,
): Promise<Workbook> {
  await checkZip(bytes, file);
  const xlsx = new (exceljs().Workbook)();
  try {
    await xlsx.xlsx.load(bytes as unknown as Parameters<XlsxWorkbook["xlsx"]["load"]>[0]);
  } catch (cause) {
    throw new Error(`${file} is not an .xlsx file, or is damaged.`, { cause });
  }
  if (xlsx.worksheets.length === 0) throw new Error(`${file} has no sheets.`);
  checkGrids(xlsx.worksheets, file);
  const book = bareWorkbook(options);
  for (const [id, source] of xlsx.worksheets.entries())
    book.sheets.push(readSheet(book, source, id));
  for (const { name, ranges } of xlsx.definedNames.model) {
    const [home] = book.sheets;
    const range = home && ranges[0] ? rangeOf(book, home, ranges[0]) : null;
    if (range !== null) book.namedRanges.push({ name, sheetId: range.sheet.id, rect: range.rect });
  }
  return book;
}

/** A cell far down makes a grid that nothing can hold; rejects it before one is made (PLATFORM-46). */
function checkGrids(sheets: readonly Worksheet[], file: string): void {
  const cells = sheets.reduce(
    (sum, { rowCount, columnCount }) => sum + Math.max(1000, rowCount) * Math.max(26, columnCount),
    0,
  );
  if (cells > 10_000_000) {
    throw new Error(
      `${file} has more than 10,000,000 cells, empty ones counted. Delete what stands far below or far to the right.`,
    );
  }
}

/** What exceljs reads but its types leave out. */
type Untyped = {
  readonly dataValidations?: { readonly model?: Readonly<Record<string, DataValidation>> };
  readonly sheetProtection?: { readonly sheet?: boolean } | null;
  readonly conditionalFormattings?: readonly { readonly ref: string; readonly rules: unknown }[];
};

function readSheet(book: Workbook, source: Worksheet, id: number): Sheet {
  const untyped = source as unknown as Untyped;
  const sheet = createSheet(id, source.name, {
    rows: Math.max(1000, source.rowCount),
    columns: Math.max(26, source.columnCount),
  });
  sheet.hidden = source.state !== "visible";
  sheet.tabColor = hex(source.properties.tabColor?.argb) ?? null;
  const view = (source.views as Worksheet["views"] | null)?.[0];
  if (view?.state === "frozen") {
    sheet.frozenRows = view.ySplit ?? 0;
    sheet.frozenColumns = view.xSplit ?? 0;
  }
  sheet.columns = Array.from({ length: source.columnCount }, (_, index) => {
    const { width, hidden } = source.getColumn(index + 1);
    return {
      width: width === undefined ? null : Math.round(width * 7 + 5),
      hidden: hidden === true,
    };
  });
  const filter = typeof source.autoFilter === "string" ? fromA1(source.autoFilter, sheet) : null;
  if (filter !== null) sheet.filter = { rect: filter, columns: {} };
  readRows(book, source, sheet);
  readValidations(book, untyped, sheet);
  if (untyped.sheetProtection?.sheet) protect(sheet, unlockedRects(source));
  sheet.conditionalFormats = (untyped.conditionalFormattings ?? []).map(({ ref, rules }) => ({
    rects: ref.split(/\s+/).flatMap((text) => fromA1(text, sheet) ?? []),
    data: { kind: "xlsx", rules },
  }));
  return sheet;
}

function readValidations(book: Workbook, { dataValidations }: Untyped, sheet: Sheet): void {
  for (const [address, validation] of Object.entries(dataValidations?.model ?? {})) {
    const rect = fromA1(address, sheet);
    const rule = validation === undefined ? null : fromXlsxRule(validation);
    if (
      rect === null ||
      rule === null ||
      rect.row > sheet.maxRows ||
      rect.column > sheet.maxColumns
    )
      continue;
    writeRules(book, sheet, rect, rule);
  }
}

function protect(sheet: Sheet, unprotected: Rect[]): void {
  sheet.protections.push({
    id: `sheet-${sheet.id}`,
    rect: null,
    description: "",
    warningOnly: false,
    unprotected,
    editors: [],
  });
}

function unlockedRects(source: Worksheet): Rect[] {
  const isUnlocked = (r: number, c: number) => {
    const style: Partial<XlsxStyle> = source.getCell(r + 1, c + 1).style;
    return style.protection?.locked === false ? true : null;
  };
  return columnRuns(source.rowCount, source.columnCount, isUnlocked).map(({ rect }) => rect);
}
