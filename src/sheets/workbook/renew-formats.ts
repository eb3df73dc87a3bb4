import { groupBy } from "../../engine/kernel/group-by";
import { type TableName, tableNames } from "../../engine/tables";
import type { Column } from "../../engine/tables/table";
import { formatOf, ISO, lookText } from "../codec/formats";
import { formatLines } from "./append-rows";
import type { Book } from "./book";
import type { ChangedCells } from "./changed-cells";
import { letterOf } from "./column-marks";
import { markLook } from "./journal-sheet";
import { type TableSheets, tableLoader } from "./load";
import { unlessSheetRefuses } from "./refusal";
import { boundingSpan, lengthOf, type Span, spansOf } from "./spans";
import { sheetRow, type TableSheet } from "./table-sheet";

/** The tabs on which people type amounts with their currency; on the others rows come formatted. */
const typed: readonly string[] = ["transactions", "triggers"];

/**
 * Formats dates and amounts anew where the spreadsheet's locale or the program's currency is another than when they were
 * formatted (SHEET-17a); set-up also amounts that people typed (SHEET-17b). `tables`: those that were read.
 */
export function renewLook(book: Book, tables: TableSheets, isSetUp: boolean): void {
  const isStale = book.shownLook !== lookText(book.look);
  if (!isStale && !isSetUp) return;
  const names = isStale ? tableNames : (typed as readonly TableName[]);
  const load = tableLoader(book, names);
  for (const name of names) {
    const table = tables.get(name) ?? load(name);
    // Rows below the last one are formatted too, for what people will type there.
    const rows = isStale ? table.sheet.getMaxRows() - 1 : table.rows.length;
    renew(table, { first: 0, last: rows - 1 }, book.shownLook.split("|")[0] || ISO);
  }
  if (isStale) unlessSheetRefuses(() => markLook(book));
}

/** Formats the amounts of rows that are written, where one is in a currency with other decimals than the program's (SHEET-17b). */
export function renewTyped(table: TableSheet, changed: ChangedCells): void {
  if (!typed.includes(table.table.name)) return;
  const rows = [...new Set([...changed.values()].flatMap((places) => [...places]))];
  const [plain, ...lines] = formatLines(table, [[], ...rows.map((row) => table.rows[row] ?? [])]);
  const span = boundingSpan(rows.filter((_, i) => lines[i] !== plain));
  if (span) renew(table, span);
}

const rowsOf = ({ rows }: TableSheet, { first, last }: Span) =>
  Array.from({ length: last - first + 1 }, (_, i) => rows[first + i] ?? []);

/** Gives cells with a number format of ours the one that they should have; `dates`: the days' format that was ours before. */
function renew(table: TableSheet, span: Span, dates = table.look.dates): void {
  const { sheet, columns, look } = table;
  const lines = formatLines(table, rowsOf(table, span));
  for (const [id, column] of columns.byId) {
    const definition = table.table.columns[id] as Column<unknown>;
    const isAmount = definition.field.kind === "amount";
    const former = formatOf(definition, { ...look, dates });
    if (lines.length === 0 || (!isAmount && former === formatOf(definition, look))) continue;
    const plain = withoutQuotes(former);
    const isOurs = (format: string) =>
      isAmount ? /^#,##0(\.0+)?$/.test(format) : format === plain;
    // Column by column: where Google refuses one, the others are formatted all the same.
    unlessSheetRefuses(() => {
      const formats = sheet
        .getRange(sheetRow(span.first), column + 1, lengthOf(span), 1)
        .getNumberFormats()
        .map(([format = ""]) => format);
      // Thousands of cells show a few formats.
      const texts = [...new Set(formats)].map((each) => [each, withoutQuotes(each)] as const);
      const ours = new Map(texts.filter(([, text]) => isOurs(text)));
      const stale = lines.flatMap((line, i) => {
        const shown = ours.get(formats[i] ?? "");
        const format = line[column] ?? "";
        return shown !== undefined && shown !== format ? [{ format, row: span.first + i }] : [];
      });
      const letter = letterOf(column);
      for (const [format, cells] of groupBy(stale, (each) => each.format)) {
        const places = spansOf(cells.map(({ row }) => row)).map(
          ({ first, last }) => `${letter}${sheetRow(first)}:${letter}${sheetRow(last)}`,
        );
        sheet.getRangeList(places).setNumberFormat(format);
      }
    });
  }
}

/** A number format without the quotes and backslashes in which it may come back (PLATFORM-106). */
const withoutQuotes = (format: string): string => format.replace(/["\\]/g, "").toLowerCase();
