import { exponentOf, parseCurrency } from "../../engine/kernel/money";
import type { Column } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import { formatOf } from "../codec/formats";
import { layRows, type PlaceBelow, placeBelow } from "./last-row";
import { unlessRefused } from "./refusal";
import { type Span, spansOf } from "./spans";
import type { TableSheet } from "./table-sheet";
import { ownBlocks, writtenRow } from "./write-cells";

/**
 * Writes rows below the last row with content of ours (CELL-9) and grows the grid where needed: formats first, so that text stays
 * text, then one setValues per block of our own columns. The team's columns are not touched. Puts the rows into
 * memory, and returns the index of the first.
 */
export function appendRows(
  table: TableSheet,
  rows: readonly (readonly Raw[])[],
  { last, taken }: PlaceBelow = placeBelow(table, rows.length),
): number {
  const { sheet } = table;
  const grid = sheet.getMaxRows();
  if (last + rows.length > grid) sheet.insertRowsAfter(grid, last + rows.length - grid);
  unlessRefused(() => formatRows(table, last + 1, rows));
  for (const { first, last: end } of ownBlocks(table, taken)) {
    const values = rows.map((row) => writtenRow(table, row, { first, last: end }));
    sheet.getRange(last + 1, first + 1, rows.length, end - first + 1).setValues(values);
  }
  return layRows(table, last, rows);
}

/**
 * Up to this many rows, formats are set in one call per block; for more, in one call per run of columns with the same
 * format.
 */
const FEW_ROWS = 500;

/** New rows do not reliably inherit formats (PLATFORM-39); each amount shows its own currency's decimals. */
export function formatRows(
  table: TableSheet,
  top: number,
  rows: readonly (readonly Raw[])[],
): void {
  const lines = formatLines(table, rows);
  const [line] = lines as [readonly string[]];
  const range = ({ first, last }: Span) =>
    table.sheet.getRange(top, first + 1, rows.length, last - first + 1);
  const formatted = spansOf([...line.keys()].filter((column) => line[column] !== ""));
  for (const span of formatted) {
    const cut = (each: readonly string[]) => each.slice(span.first, span.last + 1);
    if (rows.length <= FEW_ROWS) range(span).setNumberFormats(lines.map(cut));
    else
      for (const run of formatRuns(cut(line), span.first)) range(run).setNumberFormat(run.format);
  }
  if (rows.length <= FEW_ROWS) return;
  for (const column of line.keys()) {
    if (lines.every((each) => each[column] === line[column])) continue;
    range({ first: column, last: column }).setNumberFormats(
      lines.map((each) => [each[column] ?? ""]),
    );
  }
}

/**
 * The number formats of some rows by column; "" where a column is not ours or keeps its format. Rows whose amounts show the
 * program's decimals share one line.
 */
export function formatLines(
  { columns, table, look }: TableSheet,
  rows: readonly (readonly Raw[])[],
): readonly (readonly string[])[] {
  const plain = new Array<string>(columns.width).fill("");
  const amounts: { column: number; currency: number; definition: Column<unknown> }[] = [];
  for (const [id, column] of columns.byId) {
    const definition = table.columns[id] as Column<unknown>;
    plain[column] = formatOf(definition, look);
    const currency = columns.byId.get(definition.currencyIn);
    if (definition.field.kind === "amount" && currency !== undefined) {
      amounts.push({ column, currency, definition });
    }
  }
  return rows.map((row) => {
    let line = plain;
    for (const { column, currency, definition } of amounts) {
      const code = parseCurrency(String(row[currency] ?? ""));
      const format = formatOf(definition, look, code && exponentOf(code));
      if (format === line[column]) continue;
      if (line === plain) line = [...plain];
      line[column] = format;
    }
    return line;
  });
}

function formatRuns(line: readonly string[], first: number) {
  const runs: { first: number; last: number; format: string }[] = [];
  line.forEach((format, i) => {
    const last = runs[runs.length - 1];
    if (last?.format === format) last.last = first + i;
    else runs.push({ first: first + i, last: first + i, format });
  });
  return runs;
}
