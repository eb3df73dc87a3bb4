import type { Cell, Rect, Sheet, Table, TableColumn } from "../base/model";
import { lastColumnOf, lastRowOf, toA1 } from "../base/rect";
import { ServiceError } from "../base/service-error";
import type { RowChange } from "../coercion/coerce-row";

/**
 * Throws at the first cell whose value its column's type refuses; empty cells and formulas pass. A write directly below
 * a Table is one into the Table, which grows by it (PLATFORM-100).
 */
export function checkTypes(sheet: Sheet, rect: Rect, changes: readonly RowChange[]): void {
  for (const table of sheet.tables)
    for (const [index, change] of changes.entries()) {
      const row = rect.row + index;
      if (row <= table.rect.row || row > endWith(table, rect)) continue;
      for (const [offset, cell] of change.cells.entries()) {
        const column = rect.column + offset;
        const typed = table.columns[column - table.rect.column] ?? null;
        if (typed === null || cell === "" || fits(typed, cell)) continue;
        throw new ServiceError(
          `The data you entered in cell ${toA1({ row, column, rows: 1, columns: 1 })} violates the data validation rules set on this cell.`,
        );
      }
    }
}

/** Throws when a rectangle holds cells of a typed column, whose formats and validations are the Table's (PLATFORM-100). */
export function checkNotTyped(sheet: Sheet, rect: Rect): void {
  for (const { rect: whole, columns } of sheet.tables) {
    if (rect.row > lastRowOf(whole) || lastRowOf(rect) <= whole.row) continue;
    for (let column = rect.column; column <= lastColumnOf(rect); column += 1)
      if (columns[column - whole.column]) {
        throw new ServiceError("This operation is not allowed on cells in typed columns.");
      }
  }
}

/** Enlarges the Tables that a write has reached past the end of. */
export function growTables(sheet: Sheet, rect: Rect): void {
  if (sheet.tables.length === 0) return;
  sheet.tables = sheet.tables.map((table) => {
    const rows = endWith(table, rect) - table.rect.row + 1;
    return rows === table.rect.rows ? table : { ...table, rect: { ...table.rect, rows } };
  });
}

/** The last row of a Table when a rectangle is written. */
function endWith({ rect: whole }: Table, rect: Rect): number {
  const end = lastRowOf(whole);
  const isBeside = rect.column > lastColumnOf(whole) || lastColumnOf(rect) < whole.column;
  return isBeside || rect.row <= whole.row || rect.row > end + 1
    ? end
    : Math.max(end, lastRowOf(rect));
}

function fits({ type, values }: TableColumn, cell: Cell): boolean {
  switch (type) {
    case "NUMBER":
    case "DATE":
      return typeof cell === "number";
    case "CHECKBOX":
      return typeof cell === "boolean";
    case "DROPDOWN":
      return (values ?? []).includes(String(cell));
    case "TEXT":
      return true;
    default:
      return type satisfies never;
  }
}
