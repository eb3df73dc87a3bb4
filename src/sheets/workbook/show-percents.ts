import { numberToDecimal } from "../../engine/kernel/money";
import { columnsOf } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import type { Book } from "./book";
import { boundingSpan, lengthOf } from "./spans";
import { sheetRow, type TableSheet } from "./table-sheet";

/** A format that shows a percent sign: one that is neither in quotes nor after a backslash. */
const showsPercent = (format: string): boolean => format.replace(/"[^"]*"|\\./g, "").includes("%");

/**
 * Puts what a cell of a percent column shows into memory, where it is a number and shows a percent sign: Sheets gives 1 for
 * 100 % (CELL-6, PLATFORM-33). `first` is the index in
 * memory of the first of the rows. Such a cell is rare, since these columns are formatted as text, and only then formats are read.
 */
export function showPercents(
  { decimalMark }: Pick<Book, "decimalMark">,
  { table, columns, sheet }: Pick<TableSheet, "table" | "columns" | "sheet">,
  rows: Raw[][],
  first = 0,
): void {
  for (const [id, { field }] of columnsOf(table)) {
    const column = columns.byId.get(id);
    if (field.kind !== "percent" || column === undefined) continue;
    const span = boundingSpan(
      rows.flatMap((row, at) => (typeof row[column] === "number" ? [at] : [])),
    );
    if (!span) continue;
    const range = sheet.getRange(sheetRow(first + span.first), column + 1, lengthOf(span), 1);
    range.getNumberFormats().forEach(([format = ""], i) => {
      const row = rows[span.first + i] as Raw[];
      const number = row[column];
      if (typeof number !== "number" || !showsPercent(format)) return;
      row[column] = `${numberToDecimal(number * 100).replace(".", decimalMark)}%`;
    });
  }
}
