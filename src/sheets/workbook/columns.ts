import { plainText } from "../../engine/kernel/cells";
import { DomainError } from "../../engine/kernel/problem";
import { FIRST_SCHEMA } from "../../engine/program/schema";
import type { Column, Table } from "../../engine/tables/table";
import { columnsOf } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";

/** The 0-based positions of a table's columns in its tab. */
export interface Columns {
  /** The number of columns read. */
  readonly width: number;
  readonly byId: ReadonlyMap<string, number>;
  /** The team's own columns by header, in tables whose own columns become facts. */
  readonly own: readonly (readonly [header: string, column: number])[];
}

/** How headers are compared: as CELL-4 says, line breaks as spaces, ignoring case. */
export const headerName = (raw: Raw): string => plainText(String(raw)).toLowerCase();

/** What a tab's headers name. */
export interface FoundColumns extends Columns {
  /** Ids of columns that a tab can't be without, and that it has not. */
  readonly missing: readonly string[];
  /** Ids of columns whose header stands there twice. */
  readonly doubled: readonly string[];
}

/** Finds columns by header, wherever the team has moved them (SHEET-13); optional ones may be absent. */
export function lookUpColumns(table: Table, headers: readonly Raw[]): FoundColumns {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  headers.forEach((header, column) => {
    const name = headerName(header);
    if (places.has(name)) twice.add(name);
    else if (name !== "") places.set(name, column);
  });
  const byId = new Map<string, number>();
  const missing: string[] = [];
  const doubled: string[] = [];
  for (const [id, column] of columnsOf(table)) {
    const name = headerName(column.header);
    if (twice.has(name)) doubled.push(id);
    const place = places.get(name);
    places.delete(name);
    if (place !== undefined) byId.set(id, place);
    else if (!column.optional) missing.push(id);
  }
  // The only header that an object can't hold a value under.
  places.delete("__proto__");
  const own = table.ownColumns
    ? [...places.values()].map((column) => [plainText(String(headers[column])), column] as const)
    : [];
  return { width: headers.length, byId, own, missing, doubled };
}

/**
 * The columns of a tab. Throws HEADER_MISSING or HEADER_DOUBLE naming tab and header (SHEET-15), with what `explain`
 * knows of the missing ones. What only reads does without columns that an upgrade will add (UPGRADE-2).
 */
export function findColumns(
  table: Table,
  headers: readonly Raw[],
  explain: (missing: readonly string[]) => string,
  onlyReads: boolean,
): Columns {
  const found = lookUpColumns(table, headers);
  const { doubled } = found;
  const isNew = (id: string) => (table.columns[id] as Column<unknown>).since > FIRST_SCHEMA;
  const missing = onlyReads ? found.missing.filter((id) => !isNew(id)) : found.missing;
  if (doubled[0] !== undefined) throw doubleHeader(table, doubled[0], explain([]));
  if (missing.length > 0) throw missingHeaders(table, missing, explain(missing));
  return found;
}

/** Nobody can know which of the two columns is meant, and a wrong guess would write into the team's own. */
export const doubleHeader = ({ sheet, columns }: Table, id: string, explained = ""): DomainError =>
  new DomainError(
    "HEADER_DOUBLE",
    `The tab “${sheet}” has two columns “${columns[id]?.header}”. Nothing was changed. ${explained || "Rename the column that is not the program's."}`,
  );

export function missingHeaders(
  table: Table,
  missing: readonly string[],
  explained: string,
): DomainError {
  const headers = missing.map((id) => (table.columns[id] as Column<unknown>).header);
  const names = headers.map((header) => `“${header}”`).join(", ");
  const columns = headers.length === 1 ? "column" : "columns";
  return new DomainError(
    "HEADER_MISSING",
    `The tab “${table.sheet}” has no ${columns} ${names}. Nothing was changed. ${explained || "Restore the header in row 1, or run “Set up this spreadsheet” to add it."}`,
    headers.map((column) => ({
      code: "CELL_BLANK" as const,
      at: { table: table.sheet, column },
      message: `The column ${column} is missing.`,
    })),
  );
}
