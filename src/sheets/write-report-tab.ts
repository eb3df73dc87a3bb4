import { isDateCell } from "../engine/kernel/cells";
import { exponentOf, toCellNumber } from "../engine/kernel/money";
import {
  boundedRows,
  isAmount,
  type ReportCell,
  type ReportTab,
  type ReportTable,
} from "../engine/kernel/report-tab";
import { type Raw, toWritten } from "./codec/codec";
import { amountFormat } from "./codec/formats";
import { type Book, findTab, type Sheet } from "./workbook/book";

const HEADER = "#d9d9d9";

interface Placed {
  readonly table: ReportTable;
  readonly rows: readonly (readonly ReportCell[])[];
  /** The 1-based row of its title. */
  readonly at: number;
}

/**
 * Writes a report to a new tab, shows it, and returns its name. All values are written in one call, so that a tab
 * holds the whole report or none of it.
 */
export function writeReportTab(book: Book, report: ReportTab): string {
  const placed = place(report);
  const width = Math.max(1, ...placed.map(({ table }) => table.headers.length));
  const lines = cellsOf(report, placed, width);
  const { spreadsheet } = book;
  const sheet = spreadsheet.insertSheet(freeName(book, report.name), spreadsheet.getNumSheets());
  const grid = sheet.getMaxRows();
  if (lines.length > grid) sheet.insertRowsAfter(grid, lines.length - grid);
  const columns = sheet.getMaxColumns();
  if (width > columns) sheet.insertColumnsAfter(columns, width - columns);
  const range = sheet.getRange(1, 1, lines.length, width);
  range.setNumberFormats(lines.map((line) => line.map(formatOf)));
  range.setValues(lines.map((line) => line.map((cell) => toWritten(rawOf(book, cell)))));
  formatTab(sheet, report, placed, lines, width);
  for (const each of placed) addChart(sheet, each, width);
  SpreadsheetApp.flush();
  spreadsheet.setActiveSheet(sheet);
  return sheet.getName();
}

function place({ intro, tables }: ReportTab): readonly Placed[] {
  let at = intro.length + 2;
  return tables.map((table) => {
    const placed = { table, rows: boundedRows(table), at };
    at += placed.rows.length + 3;
    return placed;
  });
}

function cellsOf(
  { intro }: ReportTab,
  placed: readonly Placed[],
  width: number,
): readonly (readonly ReportCell[])[] {
  const padded = (cells: readonly ReportCell[]): readonly ReportCell[] => [
    ...cells,
    ...new Array<ReportCell>(width - cells.length).fill(""),
  ];
  return [
    ...intro.map((line) => padded([line])),
    ...placed.flatMap(({ table, rows }) => [
      padded([]),
      padded([table.title]),
      padded(table.headers),
      ...rows.map(padded),
    ]),
  ];
}

function freeName(book: Book, wished: string): string {
  const name = wished.slice(0, 90);
  let free = name;
  for (let n = 2; findTab(book, free); n++) free = `${name} (${n})`;
  return free;
}

const rawOf = ({ codec }: Book, cell: ReportCell): Raw =>
  codec.toRaw(isAmount(cell) ? toCellNumber(cell) : cell);

function formatOf(cell: ReportCell): string {
  if (isAmount(cell)) return amountFormat(exponentOf(cell.currency));
  if (isDateCell(cell)) return cell.time === "" ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss";
  return typeof cell === "number" ? "0.####" : "@";
}

function formatTab(
  sheet: Sheet,
  { intro }: ReportTab,
  placed: readonly Placed[],
  lines: readonly (readonly ReportCell[])[],
  width: number,
): void {
  sheet.getRange(1, 1).setFontSize(14).setFontWeight("bold");
  for (const { table, at } of placed) {
    sheet.getRange(at, 1).setFontWeight("bold");
    sheet
      .getRange(at + 1, 1, 1, table.headers.length)
      .setFontWeight("bold")
      .setBackground(HEADER);
  }
  const body = lines.slice(intro.length, intro.length + 200);
  for (let column = 0; column < width; column++) {
    const longest = Math.max(...body.map((line) => String(line[column] ?? "").length));
    sheet.setColumnWidth(column + 1, Math.min(Math.max(longest * 7 + 24, 80), 360));
  }
}

function addChart(sheet: Sheet, { table, rows, at }: Placed, width: number): void {
  if (!table.chart || rows.length === 0) return;
  const column = (index: number) => sheet.getRange(at + 1, index + 1, rows.length + 1, 1);
  const builder = sheet.newChart().asColumnChart().addRange(column(0));
  for (const index of table.chart.columns) builder.addRange(column(index));
  if (table.chart.isStacked) builder.setOption("isStacked", true);
  sheet.insertChart(
    builder
      .setNumHeaders(1)
      .setOption("title", table.chart.title)
      .setPosition(at, width + 2, 0, 0)
      .build(),
  );
}
