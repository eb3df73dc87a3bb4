import { createSheet, newGrid } from "../base/create-workbook";
import { findSheet } from "../base/find-sheet";
import type { Row, Sheet, Workbook } from "../base/model";
import { ServiceError } from "../base/service-error";
import { rewriteFormulas } from "../formulas/rewrite-formulas";
import { renameInFormula } from "../formulas/shift-formula";

const limits = { cells: 10_000_000, sheets: 200, columns: 18_278, name: 100 } as const;

/** Adds an empty sheet at a 0-based index (the end when left out). Throws on a name in use and over the limits of PLATFORM-46. */
export function addSheet(
  book: Workbook,
  name?: string,
  index: number = book.sheets.length,
  grid: { readonly rows: number; readonly columns: number } = newGrid,
): Sheet {
  if (book.sheets.length >= limits.sheets)
    throw new ServiceError(
      `This action would increase the number of sheets in the workbook above the limit of ${limits.sheets} sheets.`,
    );
  checkCellLimit(book, grid.rows * grid.columns);
  const sheet = createSheet(freshId(book), checkName(book, name ?? freshName(book)), grid);
  book.sheets.splice(index, 0, sheet);
  book.version += 1;
  return sheet;
}

/** Removes a sheet with its named ranges and metadata; references to it become #REF!. Throws on the last one. */
export function removeSheet(book: Workbook, sheet: Sheet): void {
  if (book.sheets.length === 1)
    throw new ServiceError("You can't remove all the sheets in a document.");
  book.sheets = book.sheets.filter((other) => other !== sheet);
  rewriteFormulas(book, (formula) => renameInFormula(formula, sheet.name, null));
  book.namedRanges = book.namedRanges.filter((range) => range.sheetId !== sheet.id);
  book.metadata = book.metadata.filter(
    ({ place }) => place.kind === "spreadsheet" || place.sheetId !== sheet.id,
  );
  book.version += 1;
}

/** Renames a sheet; formulas follow. Throws on a name in use. */
export function renameSheet(book: Workbook, sheet: Sheet, name: string): void {
  if (sheet.name === name) return;
  const before = sheet.name;
  sheet.name = checkName(book, name, sheet);
  rewriteFormulas(book, (formula) => renameInFormula(formula, before, name));
  book.version += 1;
}

/** Hides a sheet or shows it again. Throws when none would be left to see. */
export function hideSheet(book: Workbook, sheet: Sheet, hidden: boolean): void {
  if (hidden && book.sheets.every((other) => other === sheet || other.hidden))
    throw new ServiceError("You can't hide all the sheets in a document.");
  sheet.hidden = hidden;
  book.version += 1;
}

/** Moves a sheet to a 0-based index. */
export function moveSheet(book: Workbook, sheet: Sheet, index: number): void {
  book.sheets = book.sheets.filter((other) => other !== sheet);
  book.sheets.splice(index, 0, sheet);
  book.version += 1;
}

/** Copies a sheet to the end of the workbook ("Copy of …"); protections are not copied, as in Sheets. */
export function copySheet(book: Workbook, sheet: Sheet, name?: string): Sheet {
  const copy = addSheet(book, name ?? copyName(book, sheet.name), book.sheets.length, {
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
  });
  copy.rows = sheet.rows.map((row) => (row === null ? null : copyRow(row)));
  copy.columns = sheet.columns.map((column) => ({ ...column }));
  copy.frozenRows = sheet.frozenRows;
  copy.frozenColumns = sheet.frozenColumns;
  copy.tabColor = sheet.tabColor;
  copy.filter = sheet.filter;
  copy.tables = sheet.tables.map((table) => ({ ...table, name: `${table.name}_${copy.id}` }));
  copy.conditionalFormats = structuredClone(sheet.conditionalFormats);
  copy.charts = structuredClone(sheet.charts);
  return copy;
}

/** Throws Google's text when the grids would hold more than 10 million cells, empty ones counted. */
export function checkCellLimit(book: Workbook, added: number): void {
  const cells = book.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
  if (cells + added > limits.cells)
    throw new ServiceError(
      `This action would increase the number of cells in the workbook above the limit of ${limits.cells} cells.`,
    );
}

/** Enlarges the grid to at least the given size. Throws over the limits of PLATFORM-46. */
export function growTo(book: Workbook, sheet: Sheet, rows: number, columns: number): void {
  const maxRows = Math.max(rows, sheet.maxRows);
  const maxColumns = Math.max(columns, sheet.maxColumns);
  if (maxRows === sheet.maxRows && maxColumns === sheet.maxColumns) return;
  if (maxColumns > limits.columns)
    throw new ServiceError(
      `This action would increase the number of columns in the sheet above the limit of ${limits.columns} columns.`,
    );
  checkCellLimit(book, maxRows * maxColumns - sheet.maxRows * sheet.maxColumns);
  sheet.maxRows = maxRows;
  sheet.maxColumns = maxColumns;
  book.version += 1;
}

/** An independent row with the same content and look. */
export function copyRow(row: Row): Row {
  return {
    ...row,
    cells: [...row.cells],
    formulas: row.formulas === null ? null : new Map(row.formulas),
    notes: row.notes === null ? null : new Map(row.notes),
  };
}

function checkName(book: Workbook, name: string, self?: Sheet): string {
  if (name === "" || name.length > limits.name)
    throw new ServiceError(`Invalid sheet name: "${name}".`);
  const lower = name.toLowerCase();
  if (book.sheets.some((sheet) => sheet !== self && sheet.name.toLowerCase() === lower))
    throw new ServiceError(
      `A sheet with the name "${name}" already exists. Please enter another name.`,
    );
  return name;
}

function freshId(book: Workbook): number {
  return book.sheets.length === 0 ? 0 : Math.max(...book.sheets.map(({ id }) => id)) + 1;
}

function freshName(book: Workbook): string {
  for (let number = book.sheets.length + 1; ; number += 1)
    if (findSheet(book, `Sheet${number}`) === null) return `Sheet${number}`;
}

function copyName(book: Workbook, name: string): string {
  if (findSheet(book, `Copy of ${name}`) === null) return `Copy of ${name}`;
  for (let number = 2; ; number += 1)
    if (findSheet(book, `Copy of ${name} ${number}`) === null) return `Copy of ${name} ${number}`;
}
