import { displayValue, type Kept, type Sheet, type Workbook } from "../../workbook";
import { recalculate } from "../../workbook/formulas/recalculate";
import type { WireChart } from "../wire";

type ChartData = {
  readonly id: number;
  readonly type: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly position: readonly [row: number, column: number, x: number, y: number];
  readonly headers: number;
};

/** Google's size of a new chart, in pixels. */
const WIDTH = 600;
const HEIGHT = 371;

/** A sheet's charts with what their ranges hold now: the first column's labels, then a series a column. */
export function chartsOf(book: Workbook, sheet: Sheet): readonly WireChart[] {
  if (sheet.charts.length === 0) return [];
  recalculate(book);
  return sheet.charts.map((chart) => chartOf(book, sheet, chart));
}

function chartOf(book: Workbook, sheet: Sheet, { rects, data }: Kept): WireChart {
  const { id, type, options, position, headers } = data as ChartData;
  const columns = rects.flatMap(({ row, column, rows, columns: width }) =>
    Array.from({ length: width }, (_, c) =>
      Array.from({ length: rows }, (_, r) => cellAt(book, sheet, row + r, column + c)),
    ),
  );
  const [labels = [], ...series] = columns;
  const [row, column, x, y] = position;
  return {
    id,
    type,
    title: String(options.title ?? ""),
    row,
    column,
    x,
    y,
    width: Number(options.width ?? WIDTH),
    height: Number(options.height ?? HEIGHT),
    isStacked: options.isStacked === true,
    labels: labels.slice(headers).map(({ text }) => text),
    series: series.map((cells) => ({
      name: headers > 0 ? (cells[0]?.text ?? "") : "",
      values: cells.slice(headers).map(({ number }) => number),
    })),
  };
}

function cellAt(book: Workbook, sheet: Sheet, row: number, column: number) {
  const found = sheet.rows[row - 1];
  const cell = found?.cells[column - 1] ?? "";
  const text =
    cell === "" ? "" : displayValue(cell, found?.look.formats[column - 1] ?? "", book.locale);
  return { text, number: typeof cell === "number" ? cell : null };
}
