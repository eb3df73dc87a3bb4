import { exponentOf, parseCurrency } from "../../engine/money";
import type { Column } from "../../engine/tables/table";
import { type Raw, toWritten } from "../codec/codec";
import { formatOf } from "../setup/formats";
import { spansOf } from "./spans";
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

/** New rows are not sure to inherit formats (platform.md §4); amounts show their currency's decimals. */
function formatRows(table: TableSheet, top: number, rows: readonly (readonly Raw[])[]): void {
  const { byId } = table.columns;
  const formats = new Map<number, string>();
  for (const [id, column] of byId) {
    const definition = table.table.columns[id] as Column<unknown>;
    const digits = amountDigits(table, definition, rows);
    const format = formatOf(definition, digits);
    if (format !== "") formats.set(column, format);
  }
  for (const { first, last } of spansOf(formats.keys())) {
    for (let start = first; start <= last; ) {
      let end = start;
      while (end < last && formats.get(end + 1) === formats.get(start)) end++;
      table.sheet
        .getRange(top, start + 1, rows.length, end - start + 1)
        .setNumberFormat(formats.get(start) as string);
      start = end + 1;
    }
  }
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
