import { type Raw, toWritten } from "../codec/codec";
import type { ChangedCells } from "./changed-cells";
import { rectanglesOf } from "./rectangles";
import { boundingSpan, lengthOf, type Span, spansOf } from "./spans";
import { columnsBy, keyColumn, sheetRow, type TableSheet } from "./table-sheet";

/**
 * Up to this many separate pieces of a block are written one by one, all in one round trip; more are written as one, for which
 * the formulas between must be read.
 */
const MAX_PIECES = 100;

/** The 0-based columns that only the program fills in, without the key, which no update writes. */
export const systemColumns = (table: TableSheet): readonly number[] =>
  columnsBy(table, (filledBy) => filledBy === "program");

/**
 * Writes changed cells from memory (SHEET-21), in as few rectangles as `rectanglesOf` says. What would be too many pieces is
 * written as one, with the values and formulas that were there just before.
 */
export function writeCells(table: TableSheet, changed: ChangedCells, pieces = MAX_PIECES): void {
  const { whole, around } = rectanglesOf(new Set(systemColumns(table)), changed, pieces);
  for (const { rows, columns } of whole) writeRectangle(table, rows, columns);
  for (const columns of around) writeAround(table, columns, changed);
}

/**
 * Writes a rectangle of memory; rows and columns are indices in memory. All of its columns must be verified, also
 * those between changed ones, since rows may have moved while they were written.
 */
export function writeRectangle(table: TableSheet, rows: Span, columns: Span): void {
  for (let column = columns.first; column <= columns.last; column++) {
    table.unverified.columns.add(column);
  }
  const values = table.rows
    .slice(rows.first, rows.last + 1)
    .map((row) => writtenRow(table, row, columns));
  rangeOf(table, rows, columns).setValues(values);
}

function writeAround(table: TableSheet, columns: Span, changed: ChangedCells): void {
  const touched = [...changed.keys()].filter(
    (each) => columns.first <= each && each <= columns.last,
  );
  const rows = boundingSpan(touched.flatMap((each) => [...(changed.get(each) ?? [])])) as Span;
  const range = rangeOf(table, rows, columns);
  const formulas = range.getFormulas();
  const values = table.rows.slice(rows.first, rows.last + 1).map((row, i) =>
    writtenRow(table, row, columns).map((value, j) => {
      const formula = formulas[i]?.[j] ?? "";
      const isChanged = changed.get(columns.first + j)?.has(rows.first + i) ?? false;
      return formula !== "" && !isChanged ? formula : value;
    }),
  );
  range.setValues(values);
}

/** Cells of a row of memory as they are written. */
export function writtenRow(
  { plain }: TableSheet,
  row: readonly Raw[],
  { first, last }: Span,
): Raw[] {
  const written: Raw[] = [];
  for (let column = first; column <= last; column++) {
    written.push(toWritten(row[column] ?? "", plain.has(column)));
  }
  return written;
}

/** The columns that new rows fill: ours, and those of the team that an import was told to. */
export const filledColumns = ({ columns, unverified }: TableSheet): readonly number[] => [
  ...columns.byId.values(),
  ...unverified.own,
];

/** The sheet's range of a rectangle of memory. */
export const rangeOf = ({ sheet }: TableSheet, rows: Span, columns: Span) =>
  sheet.getRange(sheetRow(rows.first), columns.first + 1, lengthOf(rows), lengthOf(columns));

/**
 * The blocks of all our own columns, and of the team's that an import fills. The one with the key comes first, so that a row
 * never arrives without its key.
 */
export function ownBlocks(
  table: TableSheet,
  without: ReadonlySet<number> = new Set(),
): readonly Span[] {
  const key = keyColumn(table);
  const blocks = spansOf(filledColumns(table).filter((each) => !without.has(each)));
  const withKey = (span: Span) => (span.first <= key && key <= span.last ? 0 : 1);
  return [...blocks].sort((a, b) => withKey(a) - withKey(b));
}
