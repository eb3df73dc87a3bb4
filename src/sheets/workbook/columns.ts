import { DomainError } from "../../engine/kernel/problem";
import type { Column, Table } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";

/** Where a table's columns stand in its tab, 0-based. */
export interface Columns {
  /** The number of columns read. */
  readonly width: number;
  readonly byId: ReadonlyMap<string, number>;
  /** The team's own, by header: of tables whose own columns become facts. */
  readonly own: readonly (readonly [header: string, column: number])[];
}

/** How headers are compared: without surrounding space, in any case. */
export const headerName = (raw: Raw): string => String(raw).trim().toLowerCase();

/**
 * Finds columns by header, wherever a team has moved them (SHEET-13).
 * Throws HEADER_MISSING or HEADER_DOUBLE naming tab and header (SHEET-15); a column that a team may remove may be absent.
 */
export function findColumns(table: Table, headers: readonly Raw[]): Columns {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  headers.forEach((header, column) => {
    const name = headerName(header);
    if (places.has(name)) twice.add(name);
    else if (name !== "") places.set(name, column);
  });
  const byId = new Map<string, number>();
  const missing: string[] = [];
  for (const [id, column] of Object.entries(table.columns) as [string, Column<unknown>][]) {
    const name = headerName(column.header);
    if (twice.has(name)) throw doubleHeader(table, column.header);
    const place = places.get(name);
    places.delete(name);
    if (place !== undefined) byId.set(id, place);
    else if (!column.optional) missing.push(column.header);
  }
  if (missing.length > 0) throw missingHeaders(table, missing);
  // The one header that no object can hold a value under.
  places.delete("__proto__");
  const own = table.ownColumns
    ? [...places.values()].map((column) => [String(headers[column]).trim(), column] as const)
    : [];
  return { width: headers.length, byId, own };
}

/** Which of two columns is meant, nobody can know, and a wrong guess would write into the team's own. */
const doubleHeader = ({ sheet }: Table, header: string): DomainError =>
  new DomainError(
    "HEADER_DOUBLE",
    `The tab “${sheet}” has two columns “${header}”. Nothing was changed. Give the one that is not the program's another header.`,
  );

function missingHeaders(table: Table, headers: readonly string[]): DomainError {
  const names = headers.map((header) => `“${header}”`).join(", ");
  const columns = headers.length === 1 ? "column" : "columns";
  return new DomainError(
    "HEADER_MISSING",
    `The tab “${table.sheet}” has no ${columns} ${names}. Nothing was changed. Put the header back in row 1, or run “Set up this spreadsheet” to add it.`,
    headers.map((column) => ({
      code: "CELL_BLANK" as const,
      at: { table: table.sheet, column },
      message: `The column ${column} is missing.`,
    })),
  );
}
