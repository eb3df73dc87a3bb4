import { exponentOf, parseCurrency } from "../../engine/money";
import type { Column } from "../../engine/tables/table";
import { type Raw, toWritten } from "../codec/codec";
import { formatOf } from "../setup/formats";
import { type Span, spansOf } from "./spans";
import type { TableSheet } from "./table-sheet";
import { ownBlocks } from "./write-cells";

/**
 * Writes rows below the last row with content, growing the grid where needed: formats first, so that text
 * stays text, then one setValues a block of our own columns. Foreign columns are left alone.
 * Puts the rows at the end of memory, and returns the place of the first there.
 */
export function appendRows(table: TableSheet, rows: readonly (readonly Raw[])[]): number {
  const { sheet } = table;
  const last = Math.max(sheet.getLastRow(), 1);
  const grid = sheet.getMaxRows();
  if (last + rows.length > grid) sheet.insertRowsAfter(grid, last + rows.length - grid);
  formatRows(table, last + 1, rows);
  for (const { first, last: end } of ownBlocks(table)) {
    const values = rows.map((row) => row.slice(first, end + 1).map(toWritten));
    sheet.getRange(last + 1, first + 1, rows.length, end - first + 1).setValues(values);
  }
  while (table.rows.length < last - 1) table.rows.push(emptyRow(table));
  const place = table.rows.length;
  for (const row of rows) table.rows.push([...row]);
  return place;
}

export const emptyRow = ({ columns }: TableSheet): Raw[] => new Array<Raw>(columns.width).fill("");

/** Up to so many rows their formats are set in one call a block; of more, one call a run of like columns. */
const FEW = 500;

/** New rows are not sure to inherit formats (platform.md §4); amounts show their currency's decimals. */
function formatRows(table: TableSheet, top: number, rows: readonly (readonly Raw[])[]): void {
  const formats = new Map<number, string>();
  for (const [id, column] of table.columns.byId) {
    const definition = table.table.columns[id] as Column<unknown>;
    const format = formatOf(definition, amountDigits(table, definition, rows));
    if (format !== "") formats.set(column, format);
  }
  const range = ({ first, last }: Span) =>
    table.sheet.getRange(top, first + 1, rows.length, last - first + 1);
  for (const span of spansOf(formats.keys())) {
    const line: string[] = [];
    for (let column = span.first; column <= span.last; column++) {
      line.push(formats.get(column) as string);
    }
    if (rows.length <= FEW) range(span).setNumberFormats(rows.map(() => line));
    else for (const run of alike(line, span.first)) range(run).setNumberFormat(run.format);
  }
}

function alike(line: readonly string[], first: number) {
  const runs: { first: number; last: number; format: string }[] = [];
  line.forEach((format, i) => {
    const last = runs[runs.length - 1];
    if (last?.format === format) last.last = first + i;
    else runs.push({ first: first + i, last: first + i, format });
  });
  return runs;
}

/** The most decimals that an amount column needs in these rows. */
function amountDigits(
  { columns }: TableSheet,
  { field, currencyIn }: Column<unknown>,
  rows: readonly (readonly Raw[])[],
): number {
  const place = field.kind === "amount" ? columns.byId.get(currencyIn) : undefined;
  if (place === undefined) return 2;
  const codes = new Set(rows.map((row) => String(row[place] ?? "")));
  const digits = [...codes].flatMap((code) => {
    const currency = parseCurrency(code);
    return currency === undefined ? [] : [exponentOf(currency)];
  });
  return digits.length === 0 ? 2 : Math.max(...digits);
}
