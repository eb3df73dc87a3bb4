import { cellText } from "../kernel/cells";
import type { Cell } from "../kernel/fields";
import { fingerprint } from "../kernel/keys";
import { remembered } from "../kernel/remembered";
import { columnsAfter, FIRST_SCHEMA } from "../program/schema";
import { type TableName, tableOf } from "../tables";

export const SEAL_LENGTH = 4;

/** A row that is sealed, with what its cells hold. */
export interface Sealed {
  readonly table: TableName;
  readonly record: object;
  readonly cellOf: (id: string) => Cell;
}

export const isDerived = (table: TableName, column: string): boolean =>
  tableOf(table).columns[column]?.derived === true;

/**
 * A few characters that differ where the columns' values do, but for one case in a million. Packed cells are sealed as
 * their text, since releases read them each in its own way (UPGRADE-13).
 */
export function sealOf({ table, record, cellOf }: Sealed, ...ids: readonly string[]): string {
  const values = record as Readonly<Record<string, unknown>>;
  const { columns } = tableOf(table);
  const texts = ids.map((id) =>
    columns[id]?.field.kind === "packed" ? cellText(cellOf(id)).trim() || null : values[id],
  );
  return fingerprint(JSON.stringify(texts)).slice(-SEAL_LENGTH);
}

const sealed = new Map<TableName, readonly string[]>();
/** The columns of a table that are not calculated from others. */
const sealedColumns = (table: TableName) =>
  remembered(sealed, table, () =>
    Object.keys(tableOf(table).columns).filter((id) => id !== "problems" && !isDerived(table, id)),
  );

/** The same for all of a row that is not calculated from others. */
export const sealOfRow = (row: Sealed): string => sealOf(row, ...sealedColumns(row.table));

/** Columns that the first release did not take for derived ones. */
const OWN_AT_FIRST: readonly string[] = ["issued"];

/** As the first release sealed a row, by the columns that there were. */
export function sealOfFirstRelease(row: Sealed): string {
  const later = new Set(["problems", ...columnsAfter(row.table, FIRST_SCHEMA)]);
  const ids = Object.keys(tableOf(row.table).columns);
  const own = (id: string) => !isDerived(row.table, id) || OWN_AT_FIRST.includes(id);
  return sealOf(row, ...ids.filter((id) => !later.has(id) && own(id)));
}
