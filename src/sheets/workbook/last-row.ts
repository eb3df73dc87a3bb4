import { hasContent, isBlank } from "../../engine/tables/parse-row";
import type { Filler } from "../../engine/tables/table";
import { type Raw, valuesOf } from "../codec/codec";
import { emptyRow } from "./empty-row";
import { boundingSpan, lengthOf } from "./spans";
import { columnsBy, sheetRow, type TableSheet } from "./table-sheet";
import { filledColumns } from "./write-cells";

/** The sheet's last row that has content of ours, and its last with any. */
interface Last {
  readonly last: number;
  readonly end: number;
}

/**
 * The sheet's last row that has content of ours, or the header's: new rows go below it. The team's own columns, checkboxes and
 * formulas that give "" may be filled down far below (CELL-9); what was typed there since the load is looked for, and never
 * written over.
 */
function lastRowOfOurs(table: TableSheet): Last {
  const { sheet, columns, rows } = table;
  const known = lastIn(table, rows);
  const end = Math.max(sheet.getLastRow(), 1);
  if (end <= known) return { last: end, end };
  const below = valuesOf(sheet.getRange(known + 1, 1, end - known, columns.width));
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

/** What certainly gives the cells below it, too. */
const SPILLS = /ARRAYFORMULA|\{/i;
/** Functions that give one cell, whatever ranges they read; any other may spill. */
const ONE_CELL = new Set(
  "ABS AND AVERAGE CEILING CONCATENATE COUNT COUNTA COUNTIF COUNTIFS DATE DATEVALUE DAY EDATE EOMONTH FLOOR HLOOKUP IF IFERROR IFNA IFS INT ISBLANK JOIN LEFT LEN LOOKUP LOWER MATCH MAX MID MIN MOD MONTH NOT NOW OR PRODUCT PROPER RIGHT ROUND ROUNDDOWN ROUNDUP ROW SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT SWITCH TEXT TEXTJOIN TODAY TRIM UPPER VALUE VLOOKUP YEAR".split(
    " ",
  ),
);
const FUNCTIONS = /([\p{L}_][\p{L}\p{N}_.]*)\s*\(/gu;
const TEXTS = /"[^"]*"/g;
const maySpill = (formula: string): boolean =>
  [...formula.replace(TEXTS, "").matchAll(FUNCTIONS)].some(
    ([, name = ""]) => !ONE_CELL.has(name.toUpperCase()),
  );

/**
 * The columns that formulas fill at the new rows, each by itself or spilled from above, among those that only people fill and
 * those of the team's own that an import fills. They are not written into, since a value there would break the formula
 * (CELL-9a). Asked only where something is filled down.
 * Cells that a formula above spills into have no formula of their own, so a formula counts as spilling where its text says so,
 * or where it may spill and the cell below it has a value and no formula.
 */
function columnsOfFormulas(
  table: TableSheet,
  { last, end }: Last,
  count: number,
): ReadonlySet<number> {
  const { sheet, rows } = table;
  if (end <= last) return new Set();
  const isPersons = (filledBy: Filler) => filledBy === "person";
  const people = [...columnsBy(table, isPersons), ...table.unverified.own];
  const span = boundingSpan(people);
  if (!span) return new Set();
  const [header = [], ...formulas] = sheet
    .getRange(1, span.first + 1, Math.min(last + count, sheet.getMaxRows()), lengthOf(span))
    .getFormulas();
  return new Set(
    people.filter((column) => {
      const at = column - span.first;
      const formula = (row: number) => formulas[row]?.[at] ?? "";
      if ((header[at] ?? "") !== "") return true;
      for (let row = last - 1; row < last - 1 + count; row++) if (formula(row) !== "") return true;
      let above = last - 2;
      while (above >= 0 && formula(above) === "") above--;
      if (above < 0) return false;
      const isFilled = (rows[above + 1]?.[column] ?? "") !== "";
      return SPILLS.test(formula(above)) || (maySpill(formula(above)) && isFilled);
    }),
  );
}

/** Where new rows go: below the sheet's row `last`, into all of our columns but those that are `taken` by formulas. */
export interface PlaceBelow {
  readonly last: number;
  readonly taken: ReadonlySet<number>;
}

/** Finds where new rows go. Ask before anything is written, or it costs a round trip of its own. */
export function placeBelow(table: TableSheet, count: number): PlaceBelow {
  const place = lastRowOfOurs(table);
  return { last: place.last, taken: columnsOfFormulas(table, place, count) };
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
    for (const column of filledColumns(table)) there[column] = row[column] ?? "";
  });
  return start;
}
