import { hasContent, isBlank } from "../../engine/tables/parse-row";
import type { Raw } from "../codec/codec";
import { emptyRow } from "./empty-row";
import { sheetRow, type TableSheet } from "./table-sheet";

/** The sheet's last row that has content of ours, and its last with any. */
export interface Last {
  readonly last: number;
  readonly end: number;
}

/**
 * The sheet's last row that has content of ours, or the header's: new rows go below it. The team's own columns, checkboxes and
 * formulas that give "" may be filled down far below (CELL-9); what was typed there since the load is looked for, and never
 * written over.
 */
export function lastRowOfOurs(table: TableSheet): Last {
  const { sheet, columns, rows } = table;
  const known = lastIn(table, rows);
  const end = Math.max(sheet.getLastRow(), 1);
  if (end <= known) return { last: end, end };
  const below = sheet.getRange(known + 1, 1, end - known, columns.width).getValues() as Raw[][];
  return { last: known + lastIn(table, below) - 1, end };
}

/** The row's number as if these rows stood below the header; the header's own where none has content of ours. */
function lastIn(table: TableSheet, rows: readonly (readonly Raw[])[]): number {
  let at = rows.length - 1;
  while (at >= 0 && !isOurs(table, rows[at] ?? [])) at--;
  return sheetRow(at);
}

function isOurs({ table, columns }: TableSheet, row: readonly Raw[]): boolean {
  const cells: Record<string, string | number | boolean> = {};
  for (const [id, column] of columns.byId) {
    const cell = row[column] ?? "";
    cells[id] = typeof cell === "object" ? String(cell) : cell;
  }
  const context = { currency: "" as never, decimalMark: "." } as const;
  return !isBlank(cells.problems) || hasContent(table, { cells, extra: {} }, context);
}

/** A formula at the top of a column that gives the cells below it, too. */
const SPILLS =
  /ARRAYFORMULA|\{|\b(?:MAP|BYROW|SCAN|SEQUENCE|MAKEARRAY|FILTER|QUERY|UNIQUE|SORT|SPLIT|TRANSPOSE|FLATTEN|IMPORTRANGE)\(/i;

/**
 * The columns that only people fill and that formulas fill at the new rows, each by itself or spilled from the top: they are
 * not written into, since a value there would break the formula (CELL-9a). Asked only where something is filled down.
 */
export function columnsOfFormulas(
  table: TableSheet,
  { last, end }: Last,
  count: number,
): ReadonlySet<number> {
  const { sheet, columns } = table;
  if (end <= last) return new Set();
  const formulas = (row: number, rows: number) =>
    sheet
      .getRange(row, 1, Math.min(rows, sheet.getMaxRows() - row + 1), columns.width)
      .getFormulas();
  const [header = [], first = []] = formulas(1, 2);
  const there = formulas(last + 1, count);
  const people = Object.entries(table.table.columns).flatMap(([id, { filledBy }]) =>
    filledBy === "person" ? (columns.byId.get(id) ?? []) : [],
  );
  return new Set(
    people.filter(
      (column) =>
        (header[column] ?? "") !== "" ||
        SPILLS.test(first[column] ?? "") ||
        there.some((row) => (row[column] ?? "") !== ""),
    ),
  );
}

/** Puts new rows into memory below a row of the sheet, beside what the team's own columns hold there; the index of the first. */
export function layRows(
  table: TableSheet,
  last: number,
  rows: readonly (readonly Raw[])[],
): number {
  const start = Math.max(last, lastIn(table, table.rows)) - 1;
  while (table.rows.length < start + rows.length) table.rows.push(emptyRow(table));
  rows.forEach((row, i) => {
    const there = table.rows[start + i] as Raw[];
    for (const column of table.columns.byId.values()) there[column] = row[column] ?? "";
  });
  return start;
}
