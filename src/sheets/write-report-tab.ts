import { cellText, isDateCell } from "../engine/kernel/cells";
import { fingerprint } from "../engine/kernel/keys";
import { exponentOf, toCellNumber, toDecimal } from "../engine/kernel/money";
import {
  boundedRows,
  isAmount,
  type ReportCell,
  type ReportTab,
  type ReportTable,
} from "../engine/kernel/report-tab";
import { type Raw, toWritten } from "./codec/codec";
import { amountFormat, type Look, momentFormat } from "./codec/formats";
import { type Book, findTab, type Sheet } from "./workbook/book";

const HEADER = "#d9d9d9";

interface Placed {
  readonly table: ReportTable;
  readonly rows: readonly (readonly ReportCell[])[];
  /** The 1-based row of its title. */
  readonly at: number;
}

/**
 * Writes a report to its tab, shows it, and returns its name. All values are written in one call, so that a tab holds the whole
 * report or none of it.
 */
export function writeReportTab(book: Book, report: ReportTab): string {
  const kept = report.isKept ? keptTab(book, report.name) : undefined;
  const sheet = kept?.sheet ?? addTab(book, report);
  writeReport(book, { sheet, note: kept?.note ?? "" }, report);
  SpreadsheetApp.flush();
  book.spreadsheet.setActiveSheet(sheet);
  return sheet.getName();
}

/** Writes a kept report anew where it says something else, and tells whether its tab is there; `report` is asked for only then. */
export function refreshReportTab(book: Book, name: string, report: () => ReportTab): boolean {
  const kept = keptTab(book, name);
  if (kept) writeReport(book, kept, report());
  return kept !== undefined;
}

/** What the first cell's note of a kept tab begins with; its charts and prints follow. */
const KEPT = "Runs of Tributary write this tab again. Rename it to keep it as it is.";

/** A tab, and its first cell's note: "" where nothing was written yet. */
interface NotedTab {
  readonly sheet: Sheet;
  readonly note: string;
}

/** The tab that a kept report is written to: known by its name and its first cell's note, so that a team's own is left alone. */
function keptTab({ spreadsheet }: Book, name: string): NotedTab | undefined {
  for (const sheet of spreadsheet.getSheets()) {
    if (sheet.getName().replace(/ \(\d+\)$/, "") !== name) continue;
    const note = sheet.getRange(1, 1).getNote();
    if (note.startsWith(KEPT)) return { sheet, note };
  }
  return undefined;
}

const addTab = (book: Book, { name }: ReportTab): Sheet =>
  book.spreadsheet.insertSheet(freeName(book, name), book.spreadsheet.getNumSheets());

function writeReport(book: Book, { sheet, note: before }: NotedTab, report: ReportTab): void {
  const placed = place(report);
  const width = Math.max(1, ...placed.map(({ table }) => table.headers.length));
  const lines = cellsOf(report, placed, width);
  const places = fingerprint(
    JSON.stringify([width, placed.map(({ at, rows }) => [at, rows.length])]),
  );
  const charts = placed.flatMap(({ table }) => table.chart?.title ?? []);
  const head = `${KEPT}\nIts charts: ${charts.join("; ")}\n${places}`;
  const note = `${head} ${fingerprint(JSON.stringify([book.look.dates, lines]))}`;
  if (before === note) return;
  growTo(sheet, lines.length, width);
  const isPlaced = before.startsWith(`${head} `);
  if (!isPlaced && before !== "") clearReport(sheet, before);
  const range = sheet.getRange(1, 1, lines.length, width);
  range.setNumberFormats(lines.map((line) => line.map((cell) => formatOf(cell, book.look))));
  range.setValues(lines.map((line) => line.map((cell) => toWritten(rawOf(book, cell)))));
  if (!isPlaced) formatTab(sheet, report, placed);
  if (report.isKept) sheet.getRange(1, 1).setNote(note);
}

function growTo(sheet: Sheet, height: number, width: number): void {
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (height > rows) sheet.insertRowsAfter(rows, height - rows);
  if (width > columns) sheet.insertColumnsAfter(columns, width - columns);
}

/** Takes away what the report wrote here before, and the charts that its note names; charts of the team's own stay. */
function clearReport(sheet: Sheet, note: string): void {
  const titles = new Set(/^Its charts: (.*)$/m.exec(note)?.[1]?.split("; "));
  sheet.clear();
  for (const chart of sheet.getCharts()) {
    if (titles.has(String(chart.getOptions().get("title")))) sheet.removeChart(chart);
  }
}

function place(report: ReportTab): readonly Placed[] {
  const { intro, tables } = report;
  let at = intro.length + bandOf(report) + 2;
  return tables.map((table) => {
    const placed = { table, rows: boundedRows(table), at };
    at += placed.rows.length + 3;
    return placed;
  });
}

/** The rows that charts on top take, with a blank one below. */
const bandOf = ({ hasChartsOnTop }: ReportTab): number => (hasChartsOnTop ? 15 : 0);

function cellsOf(
  report: ReportTab,
  placed: readonly Placed[],
  width: number,
): readonly (readonly ReportCell[])[] {
  const padded = (cells: readonly ReportCell[]): readonly ReportCell[] => [
    ...cells,
    ...new Array<ReportCell>(width - cells.length).fill(""),
  ];
  return [
    ...report.intro.map((line) => padded([line])),
    ...Array.from({ length: bandOf(report) }, () => padded([])),
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

function formatOf(cell: ReportCell, { dates }: Look): string {
  if (isAmount(cell)) return amountFormat(exponentOf(cell.currency));
  if (isDateCell(cell)) return cell.time === "" ? dates : momentFormat(dates);
  return typeof cell === "number" ? (Number.isInteger(cell) ? "0" : "0.####") : "@";
}

/** Formats the tab, and adds its charts. */
function formatTab(sheet: Sheet, report: ReportTab, placed: readonly Placed[]): void {
  const { intro, hasChartsOnTop } = report;
  sheet.getRange(1, 1).setFontSize(12).setFontWeight("bold");
  for (const { table, at } of placed) {
    sheet.getRange(at, 1).setFontWeight("bold");
    sheet
      .getRange(at + 1, 1, 1, table.headers.length)
      .setFontWeight("bold")
      .setBackground(HEADER);
    for (const [column, cell] of (table.rows[0] ?? []).entries()) {
      if (isAmount(cell) || typeof cell === "number")
        sheet.getRange(at + 1, column + 1).setHorizontalAlignment("right");
    }
  }
  const widths = widthsOf(placed);
  for (const [column, width] of widths.entries()) sheet.setColumnWidth(column + 1, width);
  let column = 1;
  for (const each of placed) {
    if (!each.table.chart) continue;
    addChart(
      sheet,
      each,
      hasChartsOnTop ? [intro.length + 2, column] : [each.at, widths.length + 2],
    );
    column = columnAfter(widths, column, CHART_WIDTH);
  }
}

const CHART_WIDTH = 400;
const CHART_HEIGHT = 270;

/** The first column (1-based) beside a chart that begins with another. */
function columnAfter(widths: readonly number[], column: number, chart: number): number {
  let after = column;
  for (let left = chart; left > 0; after++) left -= widths[after - 1] ?? 100;
  return after;
}

/** How wide each column is, in pixels: enough for its headers and its first cells; titles go on over the next cells. */
function widthsOf(placed: readonly Placed[]): readonly number[] {
  const lines = placed.flatMap(({ table, rows }) => [table.headers, ...rows.slice(0, 200)]);
  const width = Math.max(...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, column) => {
    const longest = Math.max(...lines.map((line) => lengthOf(line[column])));
    return Math.min(Math.max(longest * 8 + 16, 80), 360);
  });
}

const lengthOf = (cell: ReportCell | undefined): number =>
  cell === undefined ? 0 : isAmount(cell) ? toDecimal(cell).length + 2 : cellText(cell).length;

function addChart(
  sheet: Sheet,
  { table, rows, at }: Placed,
  [row, column]: readonly [row: number, column: number],
): void {
  if (!table.chart || rows.length === 0) return;
  const count = Math.min(rows.length, table.chart.rows ?? rows.length);
  const cells = (index: number) => sheet.getRange(at + 1, index + 1, count + 1, 1);
  const builder = sheet.newChart().asColumnChart().addRange(cells(0));
  for (const index of table.chart.columns) builder.addRange(cells(index));
  if (table.chart.isStacked) builder.setOption("isStacked", true);
  sheet.insertChart(
    builder
      .setNumHeaders(1)
      .setOption("title", table.chart.title)
      .setOption("width", CHART_WIDTH)
      .setOption("height", CHART_HEIGHT)
      .setPosition(row, column, 0, 0)
      .build(),
  );
}
